/** Reads vectors that Spark MLlib has learned. */
@NullMarked
package io.shelfwright.vectors.spark;

import org.jspecify.annotations.NullMarked;
