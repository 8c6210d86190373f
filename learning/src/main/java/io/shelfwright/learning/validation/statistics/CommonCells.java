package io.shelfwright.learning.validation.statistics;

import io.shelfwright.learning.validation.CategoryCounts;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The values of two columns counted in the same cells.
 *
 * <p>Numbers: each value that holds a cell's share by itself is a cell, the others between them are cut into cells of about equal weight of
 * both sides together. Categories: one each. Infinite values, NaN and, where asked for, missing ones have cells of their own, which
 * unlike in TensorFlow Data Validation both sides share.
 */
public final class CommonCells {
    private final String[] labels;
    private final double[] first;
    private final double[] second;

    private CommonCells(SortedMap<String, double[]> cells) {
        labels = cells.keySet().toArray(new String[0]);
        first = new double[labels.length];
        second = new double[labels.length];
        int at = 0;
        for (double[] pair : cells.values()) {
            first[at] = pair[0];
            second[at++] = pair[1];
        }
    }

    /**
     * Counts two columns.
     *
     * @param wanted cells of numbers to aim at, at least 2
     * @param missing whether missing values are a cell
     */
    public static CommonCells of(FeatureStatistics first, FeatureStatistics second, int wanted, boolean missing) {
        TreeMap<String, double[]> cells = new TreeMap<>();
        if (first.categorical()) {
            first.texts().categories().counts().forEach((value, count) -> put(cells, "=" + value, 0, count));
            second.texts().categories().counts().forEach((value, count) -> put(cells, "=" + value, 1, count));
        } else {
            numbers(cells, first.numbers(), second.numbers(), wanted);
            special(cells, first.numbers(), 0);
            special(cells, second.numbers(), 1);
        }
        if (missing) {
            put(cells, DatasetStatistics.MISSING, 0, first.weightedMissing());
            put(cells, DatasetStatistics.MISSING, 1, second.weightedMissing());
        }
        return new CommonCells(cells);
    }

    private static void special(SortedMap<String, double[]> cells, NumberStatistics numbers, int side) {
        put(cells, "NaN", side, numbers.nan());
        put(cells, "-inf", side, numbers.belowAll());
        put(cells, "inf", side, numbers.aboveAll());
    }

    private static void put(SortedMap<String, double[]> cells, String label, int side, double count) {
        if (count > 0) {
            cells.computeIfAbsent(label, key -> new double[2])[side] += count;
        }
    }

    private static void numbers(
            SortedMap<String, double[]> cells, NumberStatistics first, NumberStatistics second, int wanted) {
        double[] bounds = bounds(first, second, wanted);
        double[] a = first.upTo(bounds);
        double[] b = second.upTo(bounds);
        for (int i = 0; i < bounds.length; i++) {
            String label = String.format(Locale.ROOT, "#%04d up to %s", i, bounds[i]);
            put(cells, label, 0, a[i] - (i == 0 ? 0 : a[i - 1]));
            put(cells, label, 1, b[i] - (i == 0 ? 0 : b[i - 1]));
        }
    }

    /** Returns upper bounds, each of them a value. */
    private static double[] bounds(NumberStatistics first, NumberStatistics second, int wanted) {
        TreeSet<Double> all = new TreeSet<>();
        for (double value : first.support()) {
            all.add(value);
        }
        for (double value : second.support()) {
            all.add(value);
        }
        double[] values = all.stream().mapToDouble(Double::doubleValue).toArray();
        double firstMass = Math.max(first.finite(), Double.MIN_NORMAL);
        double secondMass = Math.max(second.finite(), Double.MIN_NORMAL);
        double[] a = first.upTo(values);
        double[] b = second.upTo(values);
        double[] bounds = new double[values.length];
        int size = 0;
        double closed = 0;
        double before = 0;
        for (int i = 0; i < values.length; i++) {
            double upTo = (a[i] / firstMass + b[i] / secondMass) / 2;
            double next = i + 1 < values.length ? (a[i + 1] / firstMass + b[i + 1] / secondMass) / 2 - upTo : 1;
            boolean heavy = upTo - before >= 1.0 / wanted;
            if (heavy || next >= 1.0 / wanted || upTo - closed >= 1.0 / wanted || i + 1 == values.length) {
                bounds[size++] = values[i];
                closed = upTo;
            }
            before = upTo;
        }
        return Arrays.copyOf(bounds, size);
    }

    public int size() {
        return labels.length;
    }

    /** Returns what a cell holds, for messages. */
    public String label(int cell) {
        String label = labels[cell];
        if (label.startsWith("=")) {
            return label.substring(1);
        }
        return label.startsWith("#") ? label.substring(label.indexOf(' ') + 1) : label;
    }

    /** Returns the shares of the first column's cells, 0 where it has none. */
    public double[] first() {
        return shares(first);
    }

    /** Returns the shares of the second column's cells, 0 where it has none. */
    public double[] second() {
        return shares(second);
    }

    private static double[] shares(double[] counts) {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shares[i] = total > 0 ? counts[i] / total : 0;
        }
        return shares;
    }

    /** Returns the weights of the first column's cells by their labels. */
    public CategoryCounts firstCounts() {
        return counts(first);
    }

    /** Returns the weights of the second column's cells by their labels. */
    public CategoryCounts secondCounts() {
        return counts(second);
    }

    private CategoryCounts counts(double[] weights) {
        TreeMap<String, Double> counts = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            counts.put(labels[i], weights[i]);
        }
        return new CategoryCounts(counts);
    }

    /** Returns the cell whose shares lie furthest apart, with both in words; empty without cells. */
    public String furthest() {
        double[] a = first();
        double[] b = second();
        int at = -1;
        for (int i = 0; i < a.length; i++) {
            if (at < 0 || Math.abs(a[i] - b[i]) > Math.abs(a[at] - b[at])) {
                at = i;
            }
        }
        return at < 0
                ? ""
                : String.format(
                        Locale.ROOT, "'%s' has %.2f %% here and %.2f %% there", label(at), 100 * a[at], 100 * b[at]);
    }
}
