package io.shelfwright.vectors;

import io.shelfwright.vectors.algebra.Chunks;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scores an item by the summed likeness of its nearest neighbours among the user's items: cosine over users with weights,
 * {@code dot / (|a| |b| + shrinkage)} (Sarwar et al. 2001; shrinkage as in Bell, Koren 2007).
 *
 * <p>Keeps {@code 8 k |I|} bytes for k neighbours. Of items equally near, the lower index is kept.
 */
public final class ItemKnn implements Algorithm {
    private static final int CHUNK = 32;

    private final ItemKnnSettings settings;

    public ItemKnn(ItemKnnSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "item-knn";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("neighbours", settings.neighbours());
        map.put("shrinkage", settings.shrinkage());
        map.put("weighting", settings.weighting());
        return map;
    }

    @Override
    public Recommender fit(Interactions interactions, TrainingSetup setup) {
        int n = interactions.items();
        HeapCheck.require("item-knn for " + n + " items", 16.0 * settings.neighbours() * n, "keep fewer neighbours");
        Interactions byItem = interactions.transposed();
        double mean = Math.max(1, (double) interactions.size() / Math.max(1, n));
        double[] norms = norms(byItem, interactions, mean);
        int[][] near = new int[n][];
        float[][] likeness = new float[n][];
        try (Chunks chunks = new Chunks(setup.threads())) {
            chunks.run(n, CHUNK, () -> {
                double[] dots = new double[n];
                return (chunk, from, to) -> {
                    for (int item = from; item < to; item++) {
                        Arrays.fill(dots, 0);
                        accumulate(byItem, interactions, item, mean, dots);
                        keep(item, dots, norms, near, likeness);
                    }
                };
            });
        }
        setup.progress().report(name(), 1, 1, Double.NaN);
        return new Scores(near, likeness, BitMask.ofPositive(interactions.usersOfItems()), n);
    }

    private double weight(Interactions byItem, Interactions byUser, int item, int user, double mean) {
        return settings.weighting().of(byUser.count(user), byUser.items(), byItem.count(item), mean);
    }

    private double[] norms(Interactions byItem, Interactions byUser, double mean) {
        double[] norms = new double[byItem.users()];
        for (int item = 0; item < norms.length; item++) {
            for (int user : byItem.row(item)) {
                double weight = weight(byItem, byUser, item, user, mean);
                norms[item] += weight * weight;
            }
            norms[item] = Math.sqrt(norms[item]);
        }
        return norms;
    }

    private void accumulate(Interactions byItem, Interactions byUser, int item, double mean, double[] dots) {
        int last = byItem.start(item) + byItem.count(item);
        for (int at = byItem.start(item); at < last; at++) {
            int user = byItem.columns()[at];
            double own = weight(byItem, byUser, item, user, mean);
            int end = byUser.start(user) + byUser.count(user);
            for (int other = byUser.start(user); other < end; other++) {
                int column = byUser.columns()[other];
                dots[column] += own * weight(byItem, byUser, column, user, mean);
            }
        }
        dots[item] = 0;
    }

    private void keep(int item, double[] dots, double[] norms, int[][] near, float[][] likeness) {
        for (int other = 0; other < dots.length; other++) {
            dots[other] = dots[other] > 0 ? dots[other] / (norms[item] * norms[other] + settings.shrinkage()) : 0;
        }
        int[] top = TopItems.of(dots, settings.neighbours());
        int kept = 0;
        while (kept < top.length && dots[top[kept]] > 0) {
            kept++;
        }
        near[item] = Arrays.copyOf(top, kept);
        likeness[item] = new float[kept];
        for (int k = 0; k < kept; k++) {
            likeness[item][k] = (float) dots[top[k]];
        }
    }

    private record Scores(int[][] near, float[][] likeness, BitMask known, int items) implements Recommender {
        @Override
        public void score(int[] history, float[] weights, double[] scores) {
            boolean[] played = new boolean[items];
            for (int item : history) {
                played[item] = true;
            }
            for (int item = 0; item < items; item++) {
                double sum = 0;
                for (int k = 0; k < near[item].length; k++) {
                    if (played[near[item][k]]) {
                        sum += likeness[item][k];
                    }
                }
                scores[item] = sum;
            }
            known.mask(scores);
        }
    }
}
