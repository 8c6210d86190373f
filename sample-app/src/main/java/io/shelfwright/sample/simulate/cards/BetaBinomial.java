package io.shelfwright.sample.simulate.cards;

/** The Beta-binomial distribution, without the binomial coefficient, for counts that need not be whole. */
final class BetaBinomial {
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);
    private static final double LARGE = 8;

    private BetaBinomial() {}

    /**
     * Returns the log-likelihood of streams among views, where the chance has a Beta distribution.
     *
     * @param mean of the chance, between 0 and 1
     * @param strength sum of the distribution's parameters, above 0
     */
    static double logLikelihood(double streams, double views, double mean, double strength) {
        double a = mean * strength;
        double b = strength - a;
        double misses = Math.max(0, views - streams);
        return rise(a, streams) + rise(b, misses) - rise(strength, views);
    }

    /** Returns {@code log(gamma(x + n) / gamma(x))}. */
    private static double rise(double x, double n) {
        if (n == 0) {
            return 0;
        }
        return n == 1 ? StrictMath.log(x) : logGamma(x + n) - logGamma(x);
    }

    /** Stirling's series, where it is good to 1e-12; below by the recurrence. */
    static double logGamma(double x) {
        double shift = 1;
        double at = x;
        while (at < LARGE) {
            shift *= at;
            at++;
        }
        double inverse = 1 / (at * at);
        double series =
                (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188))))
                        / at;
        return (at - 0.5) * StrictMath.log(at) - at + HALF_LOG_TWO_PI + series - StrictMath.log(shift);
    }
}
