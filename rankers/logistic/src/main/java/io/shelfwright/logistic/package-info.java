/** Ranks with a logistic regression. */
@NullMarked
package io.shelfwright.logistic;

import org.jspecify.annotations.NullMarked;
