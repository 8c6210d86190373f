package io.shelfwright.vectors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Adds the scores of two algorithms, each standardised over the items of a user (mean 0, deviation 1). */
public final class Blend implements Algorithm {
    private final Algorithm first;
    private final Algorithm second;
    private final double share;

    /**
     * Makes one.
     *
     * @param share of the second in the sum, 0..1
     */
    public Blend(Algorithm first, Algorithm second, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + ", allowed is 0 to 1");
        }
        this.first = first;
        this.second = second;
        this.share = share;
    }

    @Override
    public String name() {
        return first.name() + "+" + second.name();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        first.settings().forEach((name, value) -> settings.put(first.name() + "." + name, value));
        second.settings().forEach((name, value) -> settings.put(second.name() + "." + name, value));
        settings.put("share", share);
        return settings;
    }

    @Override
    public Recommender fit(Interactions interactions, TrainingSetup setup) {
        return of(first.fit(interactions, setup), second.fit(interactions, setup), share);
    }

    /** Returns the blend of two recommenders that know the same items. */
    public static Recommender of(Recommender first, Recommender second, double share) {
        return new Scores(first, second, share);
    }

    private record Scores(Recommender first, Recommender second, double share) implements Recommender {
        @Override
        public int items() {
            return first.items();
        }

        @Override
        public void score(int[] history, float[] weights, double[] scores) {
            double[] others = new double[scores.length];
            first.score(history, weights, scores);
            second.score(history, weights, others);
            standardise(scores);
            standardise(others);
            for (int item = 0; item < scores.length; item++) {
                scores[item] = (1 - share) * scores[item] + share * others[item];
                if (Double.isNaN(scores[item])) {
                    scores[item] = Double.NEGATIVE_INFINITY;
                }
            }
        }

        @Override
        public Optional<ItemFactors> factors() {
            return first.factors().or(second::factors);
        }

        private static void standardise(double[] scores) {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (double score : scores) {
                if (score > Double.NEGATIVE_INFINITY) {
                    sum += score;
                    squares += score * score;
                    n++;
                }
            }
            double mean = n == 0 ? 0 : sum / n;
            double variance = n == 0 ? 0 : squares / n - mean * mean;
            double scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
            for (int item = 0; item < scores.length; item++) {
                if (scores[item] > Double.NEGATIVE_INFINITY) {
                    scores[item] = (scores[item] - mean) * scale;
                }
            }
        }
    }
}
