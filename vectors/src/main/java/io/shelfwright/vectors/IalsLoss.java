package io.shelfwright.vectors;

import io.shelfwright.vectors.ItemFactors.FoldIn;
import io.shelfwright.vectors.algebra.Chunks;
import io.shelfwright.vectors.algebra.Gramian;

/** What {@link Ials} makes small; over all pairs by the trace of the product of both Gramians. */
final class IalsLoss {
    private static final int CHUNK = 1024;

    private IalsLoss() {}

    static double of(
            Interactions interactions, float[] users, float[] items, int dimension, FoldIn foldIn, Chunks chunks) {
        double[] parts = new double[Chunks.count(interactions.users(), CHUNK)];
        chunks.run(interactions.users(), CHUNK, () -> (chunk, from, to) -> {
            for (int user = from; user < to; user++) {
                parts[chunk] += observed(interactions, user, users, items, dimension, foldIn);
            }
        });
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        double[] left = Gramian.of(users, dimension, chunks);
        double[] right = Gramian.of(items, dimension, chunks);
        double all = 0;
        for (int r = 0; r < dimension; r++) {
            for (int c = r; c < dimension; c++) {
                all += (r == c ? 1 : 2) * left[r * dimension + c] * right[r * dimension + c];
            }
        }
        int[] usersOf = interactions.usersOfItems();
        for (int user = 0; user < interactions.users(); user++) {
            sum += Ials.regularisation(foldIn, interactions.count(user), interactions.items())
                    * squaredLength(users, user, dimension);
        }
        for (int item = 0; item < interactions.items(); item++) {
            sum += Ials.regularisation(foldIn, usersOf[item], interactions.users())
                    * squaredLength(items, item, dimension);
        }
        return sum + foldIn.unobservedWeight() * all;
    }

    private static double observed(
            Interactions interactions, int user, float[] users, float[] items, int dimension, FoldIn foldIn) {
        double sum = 0;
        int end = interactions.start(user) + interactions.count(user);
        for (int at = interactions.start(user); at < end; at++) {
            int item = interactions.columns()[at];
            double dot = 0;
            for (int c = 0; c < dimension; c++) {
                dot += (double) users[user * dimension + c] * items[item * dimension + c];
            }
            sum += Ials.confidence(foldIn, interactions.weights()[at]) * (1 - dot) * (1 - dot);
        }
        return sum;
    }

    private static double squaredLength(float[] values, int row, int dimension) {
        double sum = 0;
        for (int at = row * dimension; at < (row + 1) * dimension; at++) {
            sum += (double) values[at] * values[at];
        }
        return sum;
    }
}
