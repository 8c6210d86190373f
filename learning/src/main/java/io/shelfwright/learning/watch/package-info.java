/** Live pages beside what a model was trained on: drift, calibration, and the health of propensities. */
@NullMarked
package io.shelfwright.learning.watch;

import org.jspecify.annotations.NullMarked;
