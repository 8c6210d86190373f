/** Measures of scores against labels: overall and per slice, with paired intervals against baselines. */
@NullMarked
package io.shelfwright.learning.evaluation;

import org.jspecify.annotations.NullMarked;
