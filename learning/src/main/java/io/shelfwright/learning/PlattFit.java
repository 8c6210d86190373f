package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration.Curve;

/**
 * Fits {@code P = 1 / (1 + exp(-(a x + b)))} by weighted maximum likelihood with a ridge towards a parent curve.
 *
 * <p>Newton's method with halved steps; the loss is convex, so the minimum is the only one (Platt 1999; Lin, Lin and Weng
 * 2007). Labels may be fractions.
 */
final class PlattFit {
    private static final int MAX_STEPS = 100;
    private static final int MAX_HALVINGS = 40;
    private static final double TOLERANCE = 1e-10;

    private final double[] logits;
    private final double[] labels;
    private final double[] weights;
    private final double[] offsets;
    private final Curve parent;
    private final double ridge;

    /**
     * Makes a fit.
     *
     * @param offsets what is added to each row's curve and is no part of it
     * @param ridge strength in rows of weight 1, positive
     */
    PlattFit(double[] logits, double[] labels, double[] weights, double[] offsets, Curve parent, double ridge) {
        this.logits = logits;
        this.labels = labels;
        this.weights = weights;
        this.offsets = offsets;
        this.parent = parent;
        this.ridge = ridge;
    }

    /** Returns the best curve. */
    Curve fit() {
        return minimise(true);
    }

    /** Returns the best curve with the parent's slope. */
    Curve fitLevel() {
        return minimise(false);
    }

    private Curve minimise(boolean slope) {
        Curve curve = parent;
        double loss = loss(curve);
        for (int step = 0; step < MAX_STEPS; step++) {
            Curve direction = direction(curve, slope);
            double scale = 1;
            Curve next = moved(curve, direction, scale);
            double nextLoss = loss(next);
            for (int halving = 0; !(nextLoss <= loss) && halving < MAX_HALVINGS; halving++) {
                scale /= 2;
                next = moved(curve, direction, scale);
                nextLoss = loss(next);
            }
            if (!(nextLoss <= loss)) {
                return curve;
            }
            double gained = loss - nextLoss;
            curve = next;
            loss = nextLoss;
            if (gained <= TOLERANCE * (1 + Math.abs(loss)) && scale == 1) {
                return curve;
            }
        }
        return curve;
    }

    private Curve direction(Curve curve, boolean slope) {
        double ga = ridge * (curve.a() - parent.a());
        double gb = ridge * (curve.b() - parent.b());
        double haa = ridge;
        double hab = 0;
        double hbb = ridge;
        for (int i = 0; i < logits.length; i++) {
            double p = 1 / (1 + Math.exp(-(curve.a() * logits[i] + curve.b() + offsets[i])));
            double g = weights[i] * (p - labels[i]);
            double h = weights[i] * p * (1 - p);
            ga += g * logits[i];
            gb += g;
            haa += h * logits[i] * logits[i];
            hab += h * logits[i];
            hbb += h;
        }
        if (!slope) {
            return new Curve(0, gb / hbb);
        }
        double determinant = haa * hbb - hab * hab;
        return determinant > 1e-12 * haa * hbb
                ? new Curve((hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant)
                : new Curve(ga / haa, gb / hbb);
    }

    private static Curve moved(Curve from, Curve direction, double scale) {
        return new Curve(from.a() - scale * direction.a(), from.b() - scale * direction.b());
    }

    private double loss(Curve curve) {
        double da = curve.a() - parent.a();
        double db = curve.b() - parent.b();
        double loss = ridge / 2 * (da * da + db * db);
        for (int i = 0; i < logits.length; i++) {
            double z = curve.a() * logits[i] + curve.b() + offsets[i];
            loss += weights[i] * (Math.max(z, 0) - z * labels[i] + Math.log1p(Math.exp(-Math.abs(z))));
        }
        return loss;
    }
}
