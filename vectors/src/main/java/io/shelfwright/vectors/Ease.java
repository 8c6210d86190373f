package io.shelfwright.vectors;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.vectors.algebra.Chunks;
import io.shelfwright.vectors.algebra.SymmetricInverse;
import java.util.Arrays;
import java.util.Map;

/**
 * The shallow autoencoder in closed form: {@code P = (X'X + lambda 1)^-1}, {@code B_ij = -P_ij / P_jj} off the diagonal and 0
 * on it; scores are a user's row times B (Steck 2019).
 *
 * <p>Takes {@code |I|^3} multiplications and {@code 12 |I|^2} bytes, so catalogs above the setting {@code max-items} are refused.
 */
public final class Ease implements Algorithm {
    private final EaseSettings settings;

    public Ease(EaseSettings settings) {
        this.settings = settings;
    }

    public EaseSettings ease() {
        return settings;
    }

    @Override
    public String name() {
        return "ease";
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("regularisation", settings.regularisation());
    }

    @Override
    public Recommender fit(Interactions interactions, TrainingSetup setup) {
        int n = interactions.items();
        if (n > settings.maxItems()) {
            throw new BadRequestException("ease inverts a matrix of items by items and takes at most "
                    + settings.maxItems() + " items; there are " + n + ": use ials, which has no such limit");
        }
        HeapCheck.require("ease for " + n + " items", 12.0 * n * n, "use ials");
        double[] matrix = new double[n * n];
        for (int user = 0; user < interactions.users(); user++) {
            int end = interactions.start(user) + interactions.count(user);
            for (int a = interactions.start(user); a < end; a++) {
                int row = interactions.columns()[a] * n;
                for (int b = interactions.start(user); b <= a; b++) {
                    matrix[row + interactions.columns()[b]]++;
                }
            }
        }
        BitMask known = BitMask.ofPositive(interactions.usersOfItems());
        for (int item = 0; item < n; item++) {
            matrix[item * n + item] += settings.regularisation();
        }
        try (Chunks chunks = new Chunks(setup.threads())) {
            SymmetricInverse.invert(matrix, n, chunks);
        }
        setup.progress().report(name(), 1, 1, Double.NaN);
        return new Scores(weights(matrix, n), known, n);
    }

    private static float[] weights(double[] inverse, int n) {
        float[] weights = new float[n * n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                weights[r * n + c] = r == c ? 0 : (float) (-inverse[r * n + c] / inverse[c * n + c]);
            }
        }
        return weights;
    }

    private record Scores(float[] weights, BitMask known, int items) implements Recommender {
        @Override
        public void score(int[] history, float[] historyWeights, double[] scores) {
            Arrays.fill(scores, 0);
            for (int item : history) {
                int row = item * items;
                for (int c = 0; c < items; c++) {
                    scores[c] += weights[row + c];
                }
            }
            known.mask(scores);
        }
    }
}
