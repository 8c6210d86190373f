package io.shelfwright.engine.vectors;

/**
 * What a user's vector is computed with, apart from training: that of the loss which the item vectors minimise (Hu, Koren,
 * Volinsky 2008; Rendle et al. 2021, arXiv 2110.14037).
 *
 * <p>A user with n items gets {@code u = (sum c v v' + a0 G + r I)^-1 sum c v}, where G is the sum of {@code v v'} over all
 * learned items, {@code r = regularisation (n + a0 trainedItems)^nu}, and {@code c = 1 + countWeight ln(s)} for an item
 * with strength s of at least 1.
 *
 * @param a0 weight of all pairs that were not observed, at least 0
 * @param regularisation lambda, above 0
 * @param nu exponent of frequency scaling, 0..1
 * @param trainedItems number of items in the loss
 * @param countWeight how much repeated listening counts, 0 for not at all
 */
public record FoldIn(double a0, double regularisation, double nu, int trainedItems, double countWeight) {
    public FoldIn {
        check("a0", a0, 0, 1e6);
        check("regularisation", regularisation, 1e-12, 1e12);
        check("nu", nu, 0, 1);
        check("trainedItems", trainedItems, 1, Integer.MAX_VALUE);
        check("countWeight", countWeight, 0, 1000);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "the fold-in's " + name + " is " + value + ", allowed is " + least + " to " + most);
        }
    }

    /** Returns what is added to the diagonal for a user with some items. */
    double ridge(int items) {
        return regularisation * StrictMath.pow(items + a0 * trainedItems, nu);
    }

    /** Returns the weight of an item, 0 where its strength is 0, the strength itself below 1. */
    double confidence(double strength) {
        return strength <= 1 ? strength : 1 + countWeight * StrictMath.log(strength);
    }
}
