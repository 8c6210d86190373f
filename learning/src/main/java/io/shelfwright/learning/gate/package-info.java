/** The gate: whether a model may be published, judged by bounds of intervals and not by which number looks better. */
@NullMarked
package io.shelfwright.learning.gate;

import org.jspecify.annotations.NullMarked;
