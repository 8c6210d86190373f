package io.shelfwright.learning.offpolicy;

/**
 * Lower confidence bounds of a mean.
 *
 * @param studentT by Student's t distribution; right for many terms without heavy tails
 * @param hoeffding by Hoeffding's inequality with the largest term seen as the range
 * @param bernstein by the empirical Bernstein inequality (Maurer, Pontil 2009) with the same range
 */
public record LowerBounds(double studentT, double hoeffding, double bernstein) {

    /** Returns the bounds that hold with probability {@code 1 - delta}; there must be two terms or more. */
    public static LowerBounds of(double[] terms, double delta) {
        int n = terms.length;
        if (n < 2 || !(delta > 0 && delta < 0.5)) {
            throw new IllegalArgumentException(
                    "bounds need 2 terms or more and a delta in 0..0.5, not " + n + " and " + delta);
        }
        double mean = Moments.mean(terms);
        double max = Moments.max(terms);
        double variance = Moments.squaredDeviations(terms) / n;
        return new LowerBounds(
                mean - studentWidth(terms, delta),
                mean - max * Math.sqrt(Math.log(1 / delta) / (2 * n)),
                mean
                        - 7 * max * Math.log(2 / delta) / (3 * (n - 1))
                        - Math.sqrt(2 * Math.log(2 / delta) * variance / (n - 1)));
    }

    /** Returns how far the Student bound lies below the mean. */
    static double studentWidth(double[] terms, double delta) {
        int n = terms.length;
        return StudentT.quantile(1 - delta, n - 1) * Math.sqrt(Moments.squaredDeviations(terms) / n / (n - 1));
    }
}
