/** Computes the features of a candidate, for training and for serving. */
@NullMarked
package io.shelfwright.features;

import org.jspecify.annotations.NullMarked;
