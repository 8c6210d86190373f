package io.shelfwright.learning.offpolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What importance weights look like, and whether an estimate made with them may be believed.
 *
 * @param count number of weights
 * @param mean about 1 where the logged probabilities are right
 * @param max largest weight
 * @param min smallest weight
 * @param sumOfSquares sum of squared weights
 * @param effectiveSize effective sample size, (sum w)^2 / sum w^2 (Kish 1965)
 */
public record WeightSummary(int count, double mean, double max, double min, double sumOfSquares, double effectiveSize) {
    private static final double LEAST_EFFECTIVE_SIZE = 200;
    private static final double MOST_MEAN_ERROR = 0.1;
    private static final double MOST_SHARE = 0.05;

    /** Returns the summary of at least one weight. */
    public static WeightSummary of(double[] weights) {
        double sum = Moments.sum(weights);
        double[] squares = new double[weights.length];
        double min = Double.POSITIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            squares[i] = weights[i] * weights[i];
            min = Math.min(min, weights[i]);
        }
        double sumOfSquares = Moments.sum(squares);
        double effective = sumOfSquares > 0 ? sum * sum / sumOfSquares : 0;
        return new WeightSummary(
                weights.length, sum / weights.length, Moments.max(weights), min, sumOfSquares, effective);
    }

    /** Returns why no verdict may rest on these weights; empty where one may. */
    public List<String> refusals() {
        List<String> reasons = new ArrayList<>();
        if (!(effectiveSize >= LEAST_EFFECTIVE_SIZE)) {
            reasons.add(text(
                    "the effective sample size is %.1f, at least %.0f is needed", effectiveSize, LEAST_EFFECTIVE_SIZE));
        }
        if (!(Math.abs(mean - 1) <= MOST_MEAN_ERROR)) {
            reasons.add(text("the mean weight is %.4f, more than %.1f away from 1", mean, MOST_MEAN_ERROR));
        }
        if (!(max <= MOST_SHARE * count)) {
            reasons.add(text(
                    "the largest weight is %.4g, at most %.4g (5 %% of the count) is allowed",
                    max, MOST_SHARE * count));
        }
        return reasons;
    }

    private static String text(String format, double found, double allowed) {
        return String.format(Locale.ROOT, format, found, allowed);
    }
}
