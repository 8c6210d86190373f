package io.shelfwright.learning.validation.check;

/** Upper tail of the gamma distribution: series and continued fraction of the incomplete gamma function (Press et al. 2007, 6.2). */
final class GammaTail {
    private static final double[] LANCZOS = {
        76.18009172947146,
        -86.50532032941678,
        24.01409824083091,
        -1.231739572450155,
        0.1208650973866179e-2,
        -0.5395239384953e-5
    };
    private static final double TINY = 1e-300;
    private static final double EXACT_ENOUGH = 1e-12;

    private GammaTail() {}

    /** Returns the chance that a gamma variable of this shape and scale 1 is greater than x. */
    static double above(double x, double shape) {
        if (!(x > 0)) {
            return 1;
        }
        double front = Math.exp(-x + shape * Math.log(x) - logGamma(shape));
        double tail = x < shape + 1 ? 1 - front * series(x, shape) : front * fraction(x, shape);
        return Math.max(0, Math.min(1, tail));
    }

    /** Returns the value that is exceeded with this chance. */
    static double exceededWith(double chance, double shape) {
        double high = shape + 1;
        while (above(high, shape) > chance) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (above(middle, shape) > chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double series(double x, double shape) {
        double term = 1 / shape;
        double sum = term;
        for (double next = shape + 1; Math.abs(term) > Math.abs(sum) * EXACT_ENOUGH; next++) {
            term *= x / next;
            sum += term;
        }
        return sum;
    }

    private static double fraction(double x, double shape) {
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        double change = 0;
        for (int i = 1; Math.abs(change - 1) > EXACT_ENOUGH && i < 100_000; i++) {
            double a = -i * (i - shape);
            b += 2;
            d = away(a * d + b);
            c = away(b + a / c);
            d = 1 / d;
            change = d * c;
            value *= change;
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    static double logGamma(double x) {
        double t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
        double sum = 1.000000000190015;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i + 1);
        }
        return -t + Math.log(2.5066282746310007 * sum / x);
    }

    /** Returns the chance that a standard normal variable lies further than z from 0. */
    static double beyond(double z) {
        return above(z * z / 2, 0.5);
    }
}
