package io.shelfwright.vectors;

import java.util.Arrays;
import java.util.Map;

/** Scores every item by the number of its users, the same for everyone: the yardstick. */
public final class Popularity implements Algorithm {
    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    public Recommender fit(Interactions interactions, TrainingSetup setup) {
        int[] counts = interactions.usersOfItems();
        double[] fixed = Arrays.stream(counts).asDoubleStream().toArray();
        BitMask.ofPositive(counts).mask(fixed);
        return new Scores(fixed);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Scores(double[] counts) implements Recommender {
        @Override
        public int items() {
            return counts.length;
        }

        @Override
        public void score(int[] history, float[] weights, double[] scores) {
            System.arraycopy(counts, 0, scores, 0, counts.length);
        }
    }
}
