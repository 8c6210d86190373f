package io.shelfwright.vectors;

import java.util.Arrays;
import java.util.Optional;

/** Scores by the inner product of the items' vectors with the user's, which is folded in. */
final class FactorRecommender implements Recommender {
    private final ItemFactors factors;
    private final float[] base;
    private final double[] gramian;

    /** Makes one that scores by some vectors and folds users in by others, with the upper triangle of their Gramian. */
    FactorRecommender(ItemFactors factors, float[] base, double[] gramian) {
        this.factors = factors;
        this.base = base;
        this.gramian = gramian;
    }

    @Override
    public int items() {
        return factors.size();
    }

    @Override
    public void score(int[] history, float[] weights, double[] scores) {
        int d = factors.dimension();
        double[] user =
                new NormalEquations(d).solve(gramian, base, history, weights, 0, history.length, factors.foldIn());
        float[] values = factors.values();
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int item = factors.known().nextSetBit(0);
                item >= 0;
                item = factors.known().nextSetBit(item + 1)) {
            int offset = item * d;
            double even = 0;
            double odd = 0;
            int c = 0;
            for (; c + 1 < d; c += 2) {
                even += user[c] * values[offset + c];
                odd += user[c + 1] * values[offset + c + 1];
            }
            scores[item] = c < d ? even + odd + user[c] * values[offset + c] : even + odd;
        }
    }

    @Override
    public Optional<ItemFactors> factors() {
        return Optional.of(factors);
    }
}
