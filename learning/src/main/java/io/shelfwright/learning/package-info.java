/** The loop that makes models out of the experience log. */
@NullMarked
package io.shelfwright.learning;

import org.jspecify.annotations.NullMarked;
