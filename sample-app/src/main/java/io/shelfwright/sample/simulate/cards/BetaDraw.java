package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;

/** Draws from a Beta distribution: of two gammas the share of the first (Marsaglia, Tsang 2000); for a = 1 by inversion. */
final class BetaDraw {
    private BetaDraw() {}

    /**
     * Returns a draw.
     *
     * @param a above 0
     * @param b above 0
     */
    static double next(double a, double b, Draws draws) {
        if (a == 1) {
            return -StrictMath.expm1(StrictMath.log1p(-draws.next()) / b);
        }
        double x = gamma(a, draws);
        double y = gamma(b, draws);
        // Both may underflow for tiny parameters; the draw is then one of the ends.
        return x + y > 0 ? x / (x + y) : draws.next() < a / (a + b) ? 1 : 0;
    }

    private static double gamma(double shape, Draws draws) {
        if (shape < 1) {
            double u = 1 - draws.next();
            return gamma(shape + 1, draws) * StrictMath.pow(u, 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal(draws);
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = 1 - draws.next();
                double square = x * x;
                if (u < 1 - 0.0331 * square * square
                        || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
                    return d * v;
                }
            }
        }
    }

    /** Polar method: fewer logarithms and no cosine. */
    private static double normal(Draws draws) {
        while (true) {
            double x = draws.between(-1, 1);
            double y = draws.between(-1, 1);
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * Math.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }
}
