/** Measurements, and the same work done by peers. */
@NullMarked
package io.shelfwright.benchmarks;

import org.jspecify.annotations.NullMarked;
