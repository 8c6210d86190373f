package io.shelfwright.learning.offpolicy;

/**
 * Weights of the pseudoinverse estimator (Swaminathan and others 2017), for rewards that add up over (slot, action) pairs.
 *
 * <p>With 1_s the indicator of a slate's pairs, G = E_logging[1_s 1_s'] and q = E_evaluated[1_s], the weight is q' G^+ 1_s.
 */
final class Pseudoinverse {
    private static final double NULL_SHARE = 1e-12;

    private Pseudoinverse() {}

    /**
     * Returns the weight of a shown ranking, both policies being Plackett-Luce.
     *
     * @param logging logits of the policy that logged, by action
     * @param evaluated logits of the policy to evaluate
     * @param shown actions of the slate, top first, each at most once
     */
    static double ofRanking(double[] logging, double[] evaluated, int[] shown) {
        int actions = logging.length;
        int cells = shown.length * actions;
        double[][] pairs = new double[cells][cells];
        new PlackettLuce(logging, shown.length).forEach((ranking, probability) -> {
            for (int i = 0; i < ranking.length; i++) {
                for (int j = 0; j < ranking.length; j++) {
                    pairs[i * actions + ranking[i]][j * actions + ranking[j]] += probability;
                }
            }
        });
        double[] wanted = new double[cells];
        new PlackettLuce(evaluated, shown.length).forEach((ranking, probability) -> {
            for (int i = 0; i < ranking.length; i++) {
                wanted[i * actions + ranking[i]] += probability;
            }
        });
        double[] slate = new double[cells];
        for (int i = 0; i < shown.length; i++) {
            slate[i * actions + shown[i]] = 1;
        }
        return product(wanted, new SymmetricEigen(pairs), slate);
    }

    /**
     * Returns the weight where the logging policy draws each slot by itself: the sum of the slots' weights, less the slots, plus 1.
     */
    static double ofIndependentSlots(double[] slotWeights) {
        return Moments.sum(slotWeights) - slotWeights.length + 1;
    }

    /** Returns left' A^+ right; directions with almost no eigenvalue are taken as the null space. */
    static double product(double[] left, SymmetricEigen matrix, double[] right) {
        double least = NULL_SHARE * Moments.max(matrix.values());
        double product = 0;
        for (int k = 0; k < matrix.values().length; k++) {
            if (matrix.values()[k] > least) {
                product += matrix.along(k, left) * matrix.along(k, right) / matrix.values()[k];
            }
        }
        return product;
    }
}
