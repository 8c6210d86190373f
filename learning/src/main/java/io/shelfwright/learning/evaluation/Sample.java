package io.shelfwright.learning.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/** The rows of a slice, request by request, and the units in which they are resampled; immutable. */
final class Sample {
    private static final double POSITIVE = 0.5;

    private final ExampleTable table;
    private final int[] rows;
    private final int[] starts;
    private final int[] units;
    private final long[] unitKeys;
    private final double[] weights;

    private Sample(ExampleTable table, int[] rows, int[] starts, int[] units, long[] unitKeys) {
        this.table = table;
        this.rows = rows;
        this.starts = starts;
        this.units = units;
        this.unitKeys = unitKeys;
        weights = new double[rows.length];
        Arrays.setAll(weights, i -> table.weight(rows[i]));
    }

    /** Arranges some rows of a table; at least one. */
    static Sample of(ExampleTable table, int[] chosen, ResamplingUnit unit) {
        int[] rows = Arrays.stream(chosen)
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> table.group(row))
                        .thenComparing(row -> table.item(row))
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] starts = new int[rows.length + 1];
        int[] units = new int[rows.length];
        int groups = 0;
        Keys keys = new Keys();
        for (int i = 0; i < rows.length; i++) {
            int group = table.group(rows[i]);
            if (i == 0 || group != table.group(rows[i - 1])) {
                starts[groups++] = i;
            }
            units[i] = keys.number(
                    unit == ResamplingUnit.USER ? table.userName(table.user(rows[i])) : table.groupName(group));
        }
        starts[groups] = rows.length;
        long[] unitKeys = keys.names().stream().mapToLong(Keys::hash).toArray();
        return new Sample(table, rows, Arrays.copyOf(starts, groups + 1), units, unitKeys);
    }

    static boolean positive(double label) {
        return label >= POSITIVE;
    }

    static double[] chosen(double[] values, int[] rows) {
        double[] chosen = new double[rows.length];
        Arrays.setAll(chosen, i -> values[rows[i]]);
        return chosen;
    }

    double[] of(double[] column) {
        return chosen(column, rows);
    }

    ExampleTable table() {
        return table;
    }

    int size() {
        return rows.length;
    }

    int row(int i) {
        return rows[i];
    }

    int[] rows() {
        return rows;
    }

    int groups() {
        return starts.length - 1;
    }

    /** Returns where a request begins; its end is the next one's beginning. */
    int start(int group) {
        return starts[group];
    }

    int unit(int i) {
        return units[i];
    }

    int units() {
        return unitKeys.length;
    }

    long[] unitKeys() {
        return unitKeys;
    }

    /** Returns how many units of equal weight would tell as much: (sum w)^2 / sum w^2 over the units' weights (Kish 1965). */
    double effectiveUnits() {
        double[] byUnit = new double[unitKeys.length];
        for (int i = 0; i < rows.length; i++) {
            byUnit[units[i]] += weights[i];
        }
        double sum = 0;
        double squares = 0;
        for (double weight : byUnit) {
            sum += weight;
            squares += weight * weight;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    double weight(int i) {
        return weights[i];
    }

    double totalWeight() {
        return Arrays.stream(weights).sum();
    }

    /** Returns the weight of a request: the mean of its rows' weights. */
    double groupWeight(int group) {
        double sum = 0;
        for (int i = starts[group]; i < starts[group + 1]; i++) {
            sum += weights[i];
        }
        return sum / (starts[group + 1] - starts[group]);
    }

    boolean hasPositive(int group, double[] labels) {
        for (int i = starts[group]; i < starts[group + 1]; i++) {
            if (positive(labels[i])) {
                return true;
            }
        }
        return false;
    }

    int groupsWithoutPositives(double[] labels) {
        int without = 0;
        for (int group = 0; group < groups(); group++) {
            without += hasPositive(group, labels) ? 0 : 1;
        }
        return without;
    }
}
