package io.shelfwright.learning.validation;

import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Distances between the distributions of one feature in two data sets, with the semantics of TensorFlow Data Validation.
 *
 * <p>The treatment is the training data or the newer span, the control the serving data or the older span. Missing values take no part:
 * a feature that is missing more often with the same mix of values has distance 0.
 */
public final class DistributionDistance {
    private DistributionDistance() {}

    /**
     * Returns the largest difference between the shares of a value (L-infinity), 0..1, and that value.
     *
     * <p>A value that one side lacks counts as 0 there; two empty sides are equal.
     */
    public static LargestGap lInfinity(CategoryCounts treatment, CategoryCounts control) {
        double first = positive(treatment.total());
        double second = positive(control.total());
        return largest(
                treatment, control, value -> Math.abs(treatment.count(value) / first - control.count(value) / second));
    }

    /**
     * Returns the largest difference between the counts of a value by the number of all values of both sides, and that value; also
     * large where one data set is much larger.
     */
    public static LargestGap normalizedAbsoluteDifference(CategoryCounts treatment, CategoryCounts control) {
        double total = positive(treatment.total() + control.total());
        return largest(treatment, control, value -> Math.abs(treatment.count(value) - control.count(value)) / total);
    }

    /** An empty side has shares of 0. */
    private static double positive(double total) {
        return total > 0 ? total : 1;
    }

    private static LargestGap largest(
            CategoryCounts treatment, CategoryCounts control, ToDoubleFunction<String> difference) {
        LargestGap largest = new LargestGap(0, "");
        for (String value : values(treatment, control)) {
            double gap = difference.applyAsDouble(value);
            if (gap >= largest.distance()) {
                largest = new LargestGap(gap, value);
            }
        }
        return largest;
    }

    private static TreeSet<String> values(CategoryCounts treatment, CategoryCounts control) {
        TreeSet<String> values = new TreeSet<>(treatment.counts().keySet());
        values.addAll(control.counts().keySet());
        return values;
    }

    /**
     * Returns the Jensen-Shannon divergence to base 2, 0 for equal shares and 1 for shares that do not meet.
     *
     * @throws IllegalArgumentException if a side is empty
     */
    public static double jensenShannon(CategoryCounts treatment, CategoryCounts control) {
        if (treatment.total() <= 0 || control.total() <= 0) {
            throw new IllegalArgumentException("counts without any value have no distance to others");
        }
        double[] first = new double[values(treatment, control).size()];
        double[] second = new double[first.length];
        int cell = 0;
        for (String value : values(treatment, control)) {
            first[cell] = treatment.count(value) / treatment.total();
            second[cell++] = control.count(value) / control.total();
        }
        return divergence(first, second);
    }

    /**
     * Returns the Jensen-Shannon divergence of two histograms to base 2, 0..1, after cutting both into the same cells.
     *
     * <p>Infinite values and NaN of one side never equal those of the other, so that two data sets with the same share of NaN still lie
     * apart.
     *
     * @throws IllegalArgumentException if a side is empty
     */
    public static double jensenShannon(NumericHistogram treatment, NumericHistogram control) {
        BucketAlignment aligned = new BucketAlignment(treatment, control);
        return divergence(aligned.treatment(), aligned.control());
    }

    private static double divergence(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            double middle = (first[i] + second[i]) / 2;
            sum += towards(first[i], middle) + towards(second[i], middle);
        }
        return Math.max(0, Math.min(1, sum / 2));
    }

    private static double towards(double share, double middle) {
        return share > 0 ? share * Math.log(share / middle) / Math.log(2) : 0;
    }

    /**
     * A distance and where it was found.
     *
     * @param distance how far apart
     * @param value the value that lies furthest apart, of equals the last in order; empty where there is no value
     */
    public record LargestGap(double distance, String value) {}
}
