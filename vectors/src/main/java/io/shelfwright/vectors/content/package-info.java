/** Estimates the vectors of items from what is known of them beside plays. */
@NullMarked
package io.shelfwright.vectors.content;

import org.jspecify.annotations.NullMarked;
