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

    /**
     * Returns an estimate with the 95 % interval of Student's t, for a standard error that was itself estimated from few units.
     *
     * @param units number of independent units, such as users; from one alone the interval is NaN
     */
    public static Estimate ofUnits(double value, double se, int units) {
        double half = units < 2 ? Double.NaN : StudentT.quantile(0.975, units - 1) * se;
        return new Estimate(value, se, value - half, value + half);
    }
}
