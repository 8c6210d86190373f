package io.shelfwright.learning.offpolicy;

/** Student's t distribution, from the incomplete beta function by Lentz's continued fraction. */
public final class StudentT {
    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double TINY = 1e-300;

    private StudentT() {}

    /** Returns the quantile of a probability in 0.5..1 (1 excluded); degrees of freedom are at least 1. */
    public static double quantile(double probability, double degrees) {
        double high = 1;
        while (upperTail(high, degrees) > 1 - probability) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < 200 && Math.nextUp(low) < high; i++) {
            double middle = (low + high) / 2;
            if (upperTail(middle, degrees) > 1 - probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Returns the probability of a value below t; degrees of freedom are at least 1. */
    public static double below(double t, double degrees) {
        double tail = upperTail(t, degrees);
        return t < 0 ? tail : 1 - tail;
    }

    /** Returns the probability beyond t on the side of its sign. */
    private static double upperTail(double t, double degrees) {
        return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
    }

    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * continuedFraction(x, a, b) / a
                : 1 - front * continuedFraction(1 - x, b, a) / b;
    }

    private static double continuedFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logGamma(double x) {
        double sum = 0.99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + LANCZOS.length - 1.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
