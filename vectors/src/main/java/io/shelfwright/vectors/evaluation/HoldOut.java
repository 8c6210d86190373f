package io.shelfwright.vectors.evaluation;

import io.shelfwright.vectors.Interactions;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/** Divides interactions by chance into a part to learn from and a part to judge by. */
public final class HoldOut {
    private HoldOut() {}

    /**
     * Returns a split in which a share of each user's items is held out, rounded down by chance; users of one item keep it.
     *
     * @param share share to hold out, above 0 and below 1
     * @param seed the same seed gives the same split
     */
    public static Split of(Interactions all, double share, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share is " + share + ", allowed is above 0 and below 1");
        }
        int[][] train = new int[all.users()][];
        int[][] test = new int[all.users()][];
        float[][] trainWeights = new float[all.users()][];
        float[][] testWeights = new float[all.users()][];
        SplittableRandom random = new SplittableRandom(seed);
        for (int user = 0; user < all.users(); user++) {
            int n = all.count(user);
            int held = Math.min((int) (n * share + random.nextDouble()), n - 1);
            boolean[] out = drawn(n, Math.max(0, held), random);
            train[user] = new int[n - Math.max(0, held)];
            test[user] = new int[Math.max(0, held)];
            trainWeights[user] = new float[train[user].length];
            testWeights[user] = new float[test[user].length];
            int kept = 0;
            int given = 0;
            for (int k = 0; k < n; k++) {
                int at = all.start(user) + k;
                if (out[k]) {
                    testWeights[user][given] = all.weights()[at];
                    test[user][given++] = all.columns()[at];
                } else {
                    trainWeights[user][kept] = all.weights()[at];
                    train[user][kept++] = all.columns()[at];
                }
            }
        }
        return new Split(
                Interactions.of(all.items(), train, trainWeights),
                Interactions.of(all.items(), test, testWeights),
                Map.of());
    }

    private static boolean[] drawn(int n, int count, SplittableRandom random) {
        int[] order = new int[n];
        Arrays.setAll(order, k -> k);
        boolean[] drawn = new boolean[n];
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(n - k);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
            drawn[order[k]] = true;
        }
        return drawn;
    }
}
