/** Vectors of items as a snapshot holds them, nearest neighbours among them, and users' taste vectors. */
@NullMarked
package io.shelfwright.engine.vectors;

import org.jspecify.annotations.NullMarked;
