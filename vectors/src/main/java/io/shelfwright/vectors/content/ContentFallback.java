package io.shelfwright.vectors.content;

import io.shelfwright.vectors.HeapCheck;
import io.shelfwright.vectors.ItemFactors;
import io.shelfwright.vectors.algebra.Chunks;
import java.util.BitSet;

/**
 * Gives items with few plays or none a vector from their content: {@code n / (n + n0)} parts learned and the rest estimated, for an
 * item with n listeners.
 */
public final class ContentFallback {
    /** Regularisation of the regression; a usual value, which was not tuned. */
    public static final double RIDGE = 3;

    private ContentFallback() {}

    /**
     * Returns vectors of all items whose content says anything; those learned stay known.
     *
     * @param learned vectors of all items in the order of the features
     * @param listeners of every item
     * @param prior n0: listeners that the estimate is worth; 0 leaves what was learned as it is
     */
    public static ItemFactors fill(
            ItemFactors learned, ContentFeatures features, int[] listeners, double prior, int threads) {
        int dimension = learned.dimension();
        HeapCheck.require(
                "the content fallback for " + learned.size() + " items",
                4.0 * dimension * (ContentFeatures.WIDTH + learned.size()) + 32.0 * ContentFeatures.WIDTH * threads,
                "lower the dimension");
        double[] weights = new double[learned.size()];
        for (int item = 0; item < weights.length; item++) {
            weights[item] = learned.known().get(item) ? Math.min(1, listeners[item] / 50.0) : 0;
        }
        float[] values = learned.values().clone();
        BitSet known = (BitSet) learned.known().clone();
        try (Chunks chunks = new Chunks(threads)) {
            ContentRegression regression =
                    ContentRegression.fit(features, learned.values(), dimension, weights, RIDGE, chunks);
            chunks.run(learned.size(), 256, () -> {
                double[] estimate = new double[dimension];
                return (chunk, from, to) -> {
                    for (int item = from; item < to; item++) {
                        boolean own = learned.known().get(item);
                        if (features.says(item) && (!own || prior > 0)) {
                            regression.estimate(features, item, estimate);
                            double share = own ? listeners[item] / (listeners[item] + prior) : 0;
                            for (int c = 0; c < dimension; c++) {
                                int at = item * dimension + c;
                                values[at] = (float) (share * values[at] + (1 - share) * estimate[c]);
                            }
                        }
                    }
                };
            });
        }
        for (int item = 0; item < weights.length; item++) {
            if (features.says(item)) {
                known.set(item);
            }
        }
        return new ItemFactors(dimension, values, known, learned.foldIn(), learned.origin());
    }
}
