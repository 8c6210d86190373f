package io.shelfwright.engine.packing;

import io.shelfwright.spi.PackingProblem;

/**
 * Computes an upper bound of the value of every valid page: the certificate of a packing.
 *
 * <p>Lagrangian dual with prices on items, kinds and kinds at neighbouring rows, lowered by subgradient steps; never below the
 * best page.
 */
public final class PackingBound {
    private static final int STEPS = 600;
    private static final double FINISHED = 1e-4;
    private static final double ROUNDING = 1e-11;

    private PackingBound() {}

    /** Returns an upper bound; close to the best page where the problem has the shape of a home page. */
    public static double of(PackingProblem problem) {
        return of(problem, 0);
    }

    /**
     * Returns an upper bound, sharper and sooner when the value of a good page is known.
     *
     * @param known value of a valid page, 0 if none is known
     */
    public static double of(PackingProblem problem, double known) {
        PackingColumns c = new PackingColumns(problem);
        if (c.rows == 0 || c.columns == 0) {
            return 0;
        }
        FastPath fast = new FastPath(c);
        double below = Math.max(known, fast.run().value);
        DualPrices dual = new DualPrices(c, new PricedMatrix(c));
        dual.start(fast.auction());
        for (int i = 0; i < STEPS && dual.length() > FINISHED && dual.bound() > below * (1 + 1e-9); i++) {
            dual.step(below);
        }
        return Math.max(dual.bound(), below) * (1 + ROUNDING);
    }
}
