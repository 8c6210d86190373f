/** Fifth stage: ladder of rankers, calibration, utility, score rules. */
@NullMarked
package io.shelfwright.engine.ranking;

import org.jspecify.annotations.NullMarked;
