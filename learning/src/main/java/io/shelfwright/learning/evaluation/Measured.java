package io.shelfwright.learning.evaluation;

import io.shelfwright.learning.offpolicy.StudentT;

/**
 * A number and how sure it is.
 *
 * @param value of the data as they are; NaN where it is not defined
 * @param center what the interval lies around: the value, or for the jackknife the mean of the leave-out values
 * @param error standard error, NaN where there is no interval
 * @param degrees of freedom of Student's t
 */
public record Measured(double value, double center, double error, int degrees) {
    private static final double LEVEL = 0.95;

    static Measured without(double value) {
        return new Measured(value, value, Double.NaN, 0);
    }

    static Measured around(double value, double center, double error, int degrees) {
        return new Measured(value, center, error, degrees);
    }

    /** Returns whether there is an interval. */
    public boolean hasInterval() {
        return Double.isFinite(error) && degrees > 0;
    }

    /** Returns the lower end of the two-sided 95 % interval, NaN without one. */
    public double low() {
        return lowerBound((1 - LEVEL) / 2);
    }

    /** Returns the upper end of the two-sided 95 % interval, NaN without one. */
    public double high() {
        return upperBound((1 - LEVEL) / 2);
    }

    /**
     * Returns the one-sided lower bound that the truth is below with this probability.
     *
     * @param level between 0 and 0.5, both excluded
     */
    public double lowerBound(double level) {
        return hasInterval() ? center - StudentT.quantile(1 - level, degrees) * error : Double.NaN;
    }

    /** Returns the one-sided upper bound that the truth is above with this probability. */
    public double upperBound(double level) {
        return hasInterval() ? center + StudentT.quantile(1 - level, degrees) * error : Double.NaN;
    }

    /**
     * Returns the p-value against "the truth is at least so much": how probable so low a number would be.
     *
     * @return 1 without an interval: nothing speaks against it
     */
    public double evidenceBelow(double least) {
        if (!hasInterval()) {
            return 1;
        }
        if (error == 0) {
            return center < least ? 0 : 1;
        }
        return StudentT.below((center - least) / error, degrees);
    }
}
