package io.shelfwright.learning.offpolicy;

/**
 * An estimated mean with its standard error and normal 95 % interval.
 *
 * @param value the estimate, in units of the reward
 * @param se standard error: standard deviation of the terms (divisor n - 1) by the root of n; NaN from one term
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Estimate(double value, double se, double low, double high) {
    private static final double NORMAL_975 = 1.959963984540054;

    /** Returns the estimate that is the mean of independent terms. */
    public static Estimate of(double[] terms) {
        int n = terms.length;
        if (n == 0) {
            throw new IllegalArgumentException("an estimate needs at least one term");
        }
        double value = Moments.mean(terms);
        double se = Math.sqrt(Moments.squaredDeviations(terms) / (n - 1)) / Math.sqrt(n);
        return new Estimate(value, se, value - NORMAL_975 * se, value + NORMAL_975 * se);
    }
}
