/** Learns vectors of items, and recommenders to compare them with, from who played what. */
@NullMarked
package io.shelfwright.vectors;

import org.jspecify.annotations.NullMarked;
