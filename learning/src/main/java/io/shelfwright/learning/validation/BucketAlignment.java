package io.shelfwright.learning.validation;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Two histograms cut into the same cells, as shares of their totals.
 *
 * <p>The cells are the intervals between all bounds of both, each bucket spread evenly over its part; one for each value that a point
 * bucket names; and for infinite values and for NaN one for each side, so that these never agree.
 */
final class BucketAlignment {
    private final double[] treatment;
    private final double[] control;

    BucketAlignment(NumericHistogram treatment, NumericHistogram control) {
        double[] bounds = bounds(treatment, control);
        double[] points = points(treatment, control);
        this.treatment = shares(treatment, bounds, points, 0);
        this.control = shares(control, bounds, points, 1);
    }

    double[] treatment() {
        return treatment;
    }

    double[] control() {
        return control;
    }

    private static double[] bounds(NumericHistogram... histograms) {
        TreeSet<Double> bounds = new TreeSet<>();
        for (NumericHistogram histogram : histograms) {
            for (int i = 0; i < histogram.size(); i++) {
                if (histogram.interval(i)) {
                    bounds.add(withoutSign(histogram.low(i)));
                    bounds.add(withoutSign(histogram.high(i)));
                }
            }
        }
        return bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] points(NumericHistogram... histograms) {
        TreeSet<Double> points = new TreeSet<>();
        for (NumericHistogram histogram : histograms) {
            for (int i = 0; i < histogram.size(); i++) {
                if (histogram.point(i)) {
                    points.add(withoutSign(histogram.low(i)));
                }
            }
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the value with zero as +0, which sorting keeps apart from -0. */
    private static double withoutSign(double value) {
        return value == 0 ? 0.0 : value;
    }

    private static double[] shares(NumericHistogram histogram, double[] bounds, double[] points, int side) {
        int intervals = Math.max(0, bounds.length - 1);
        int special = intervals + points.length;
        double[] mass = new double[special + 4];
        for (int i = 0; i < histogram.size(); i++) {
            if (histogram.point(i)) {
                mass[intervals + Arrays.binarySearch(points, withoutSign(histogram.low(i)))] += histogram.count(i);
            } else if (histogram.interval(i)) {
                spread(histogram, i, bounds, mass);
            } else {
                mass[special + side] += histogram.count(i);
            }
        }
        mass[special + 2 + side] += histogram.nan();
        double total = 0;
        for (double cell : mass) {
            total += cell;
        }
        if (total <= 0) {
            throw new IllegalArgumentException("a histogram without any value has no distance to another");
        }
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= total;
        }
        return mass;
    }

    private static void spread(NumericHistogram histogram, int bucket, double[] bounds, double[] mass) {
        int from = Arrays.binarySearch(bounds, withoutSign(histogram.low(bucket)));
        int to = Arrays.binarySearch(bounds, withoutSign(histogram.high(bucket)));
        if (to == from + 1) {
            mass[from] += histogram.count(bucket); // not cut, so not rounded either
            return;
        }
        double width = histogram.high(bucket) - histogram.low(bucket);
        for (int cell = from; cell < to; cell++) {
            mass[cell] += histogram.count(bucket) * ((bounds[cell + 1] - bounds[cell]) / width);
        }
    }
}
