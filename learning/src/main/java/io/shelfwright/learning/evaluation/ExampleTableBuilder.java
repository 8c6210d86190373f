package io.shelfwright.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the columns of an {@link ExampleTable}; for one use. */
public final class ExampleTableBuilder {
    final List<String> groups;
    List<String> users = List.of();
    List<String> items = List.of();
    List<String> kinds = List.of();
    double[] weights;
    final Map<String, double[]> labels = new LinkedHashMap<>();
    final List<ScoreColumn> scores = new ArrayList<>();
    final Map<String, List<String>> slices = new LinkedHashMap<>();
    ItemTraits traits = ItemTraits.NONE;

    ExampleTableBuilder(List<String> groups) {
        this.groups = List.copyOf(groups);
        weights = new double[groups.size()];
        Arrays.fill(weights, 1);
    }

    /** Sets the user of each row. */
    public ExampleTableBuilder users(List<String> values) {
        users = sized("user", values);
        return this;
    }

    /** Sets the item of each row; without it, ties in lists are broken by the order of the rows. */
    public ExampleTableBuilder items(List<String> values) {
        items = sized("item", values);
        return this;
    }

    /** Sets the shelf kind of each row, for which the calibration error is also told apart. */
    public ExampleTableBuilder kinds(List<String> values) {
        kinds = sized("kind", values);
        return this;
    }

    /** Sets the weight of each row, 0 or more. */
    public ExampleTableBuilder weights(double[] values) {
        weights = numbers("weight", values);
        return this;
    }

    /** Adds the labels of an objective, 0 or more; the first objective is the main one. */
    public ExampleTableBuilder label(String objective, double[] values) {
        labels.put(objective, numbers("label of " + objective, values));
        return this;
    }

    /** Adds the scores of a model for an objective. */
    public ExampleTableBuilder score(ScoreColumn column) {
        requireRows("score of " + column.model(), column.values().length);
        scores.add(column);
        return this;
    }

    /** Adds a column that slices can be made of. */
    public ExampleTableBuilder slice(String column, List<String> values) {
        slices.put(column, sized(column, values));
        return this;
    }

    /** Sets what is known of the items. */
    public ExampleTableBuilder traits(ItemTraits value) {
        value.requireRows(groups.size());
        traits = value;
        return this;
    }

    /**
     * Makes the table.
     *
     * @throws IllegalArgumentException without rows, labels, or scores of the candidate for the main objective
     */
    public ExampleTable build() {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("there are no rows to evaluate");
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("there are no labels");
        }
        String main = labels.keySet().iterator().next();
        if (scores.stream()
                .noneMatch(column -> column.model().equals(ScoreColumn.CANDIDATE)
                        && column.objective().equals(main))) {
            throw new IllegalArgumentException("there are no scores of the candidate for " + main);
        }
        return new ExampleTable(this);
    }

    private List<String> sized(String column, List<String> values) {
        requireRows(column, values.size());
        return List.copyOf(values);
    }

    private double[] numbers(String column, double[] values) {
        requireRows(column, values.length);
        for (double value : values) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a " + column + " is " + value + "; allowed is a number from 0 upwards");
            }
        }
        return values.clone();
    }

    private void requireRows(String column, int length) {
        if (length != groups.size()) {
            throw new IllegalArgumentException(
                    "the column " + column + " has " + length + " rows, the table " + groups.size());
        }
    }
}
