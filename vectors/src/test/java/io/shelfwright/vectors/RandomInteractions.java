package io.shelfwright.vectors;

import java.util.random.RandomGenerator;

/** Synthetic interactions with groups of users that like groups of items. */
public final class RandomInteractions {
    private RandomInteractions() {}

    public static Interactions of(RandomGenerator random, int users, int items, int groups, boolean counts) {
        int[][] rows = new int[users][];
        float[][] weights = new float[users][];
        for (int user = 0; user < users; user++) {
            int[] row = new int[items];
            float[] weight = new float[items];
            int n = 0;
            for (int item = 0; item < items; item++) {
                double chance = item % groups == user % groups ? 0.5 : 0.05;
                if (random.nextDouble() < chance / (1 + item / (double) items)) {
                    weight[n] = counts ? 1 + random.nextInt(50) : 1;
                    row[n++] = item;
                }
            }
            rows[user] = java.util.Arrays.copyOf(row, n);
            weights[user] = java.util.Arrays.copyOf(weight, n);
        }
        return Interactions.of(items, rows, weights);
    }
}
