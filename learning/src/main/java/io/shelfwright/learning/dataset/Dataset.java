package io.shelfwright.learning.dataset;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labelled, weighted rows in the order of their pages; immutable.
 *
 * <p>The features are the logged ones, bit for bit: nothing is transformed a second time.
 */
public final class Dataset {
    static final float POSITIVE = 0.5f;

    private final FeatureSchema schema;
    private final List<String> objectives;
    private final List<DatasetRow> rows;

    /** Rows come sorted by group, groups rise from 0. */
    public Dataset(FeatureSchema schema, List<String> objectives, List<DatasetRow> rows) {
        this.schema = schema;
        this.objectives = List.copyOf(objectives);
        this.rows = List.copyOf(rows);
    }

    /** Returns what the columns of the features mean. */
    public FeatureSchema schema() {
        return schema;
    }

    /** Returns what is labelled, the main objective first. */
    public List<String> objectives() {
        return objectives;
    }

    /** Returns the number of rows. */
    public int size() {
        return rows.size();
    }

    /** Returns a row; a page's rows follow each other. */
    public DatasetRow row(int row) {
        return rows.get(row);
    }

    /** Returns the numbers of the rows of a part, ascending. */
    public int[] rows(Part part, long seed) {
        int[] chosen = new int[size()];
        int count = 0;
        for (int row = 0; row < chosen.length; row++) {
            if (Part.of(rows.get(row).userId(), seed) == part) {
                chosen[count++] = row;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    /** Returns the features of some rows. */
    public FeatureMatrix features(int[] chosen) {
        int columns = schema.size();
        float[] values = new float[Math.multiplyExact(chosen.length, columns)];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(rows.get(chosen[i]).features(), 0, values, i * columns, columns);
        }
        return new FeatureMatrix(schema, chosen.length, values);
    }

    /** Returns some rows as trainers want them. */
    public TrainingSet trainingSet(int[] chosen) {
        float[] labels = new float[chosen.length * objectives.size()];
        float[] weights = new float[chosen.length];
        int[] groups = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            DatasetRow row = rows.get(chosen[i]);
            System.arraycopy(row.labels(), 0, labels, i * objectives.size(), objectives.size());
            weights[i] = (float) row.weight();
            groups[i] = row.group();
        }
        return new TrainingSet(features(chosen), objectives, labels, weights, groups);
    }

    /** Returns the weights of some rows. */
    public double[] weights(int[] chosen) {
        double[] weights = new double[chosen.length];
        Arrays.setAll(weights, i -> rows.get(chosen[i]).weight());
        return weights;
    }

    /** Returns the labels that some rows have for an objective, by its number. */
    public double[] labels(int[] chosen, int objective) {
        double[] labels = new double[chosen.length];
        Arrays.setAll(labels, i -> rows.get(chosen[i]).labels()[objective]);
        return labels;
    }

    /** Returns the number of positives of each objective: rows with a label from 0.5. */
    public Map<String, Integer> positives() {
        Map<String, Integer> positives = new LinkedHashMap<>();
        for (int o = 0; o < objectives.size(); o++) {
            int count = 0;
            for (DatasetRow row : rows) {
                count += row.labels()[o] >= POSITIVE ? 1 : 0;
            }
            positives.put(objectives.get(o), count);
        }
        return positives;
    }

    /** Returns the same rows with the labels of some of the objectives. */
    public Dataset withObjectives(List<String> kept) {
        int[] columns = kept.stream().mapToInt(objectives::indexOf).toArray();
        List<DatasetRow> changed = new ArrayList<>(size());
        for (DatasetRow row : rows) {
            float[] labels = new float[columns.length];
            for (int o = 0; o < labels.length; o++) {
                labels[o] = row.labels()[columns[o]];
            }
            changed.add(row.withLabels(labels));
        }
        return new Dataset(schema, kept, changed);
    }

    /** Returns the same rows with other weights, one a row. */
    public Dataset withWeights(double[] weights) {
        List<DatasetRow> changed = new ArrayList<>(size());
        for (int row = 0; row < weights.length; row++) {
            changed.add(rows.get(row).withWeight(weights[row]));
        }
        return new Dataset(schema, objectives, changed);
    }
}
