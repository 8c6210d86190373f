package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.Direction;
import io.shelfwright.learning.evaluation.Measured;

/**
 * A difference of candidate and baseline, turned so that more is better.
 *
 * @param value the gain
 * @param low lower bound at the level of the criteria; NaN without an interval
 * @param high upper bound at that level
 * @param interval whether there are bounds
 */
record Gain(double value, double low, double high, boolean interval) {

    static Gain of(Measured difference, Direction direction, double level) {
        double low = difference.lowerBound(level);
        double high = difference.upperBound(level);
        return direction == Direction.LOWER
                ? new Gain(-difference.value(), -high, -low, difference.hasInterval())
                : new Gain(difference.value(), low, high, difference.hasInterval());
    }

    /** Returns the p-value against "it loses no more than the margin". */
    static double evidenceOfLoss(Measured difference, Direction direction, double margin) {
        Measured turned = direction == Direction.LOWER
                ? new Measured(-difference.value(), -difference.center(), difference.error(), difference.degrees())
                : difference;
        return turned.evidenceBelow(-margin);
    }

    /** Returns the gain with its bounds, for sentences. */
    String text() {
        return interval
                ? Words.signed(value) + " (one-sided bounds " + Words.signed(low) + " and " + Words.signed(high) + ")"
                : Words.signed(value) + " (without an interval)";
    }
}
