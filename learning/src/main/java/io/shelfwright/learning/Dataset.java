package io.shelfwright.learning;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.TrainingSet;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled, weighted rows in the order of their pages; immutable.
 *
 * <p>The features are the logged ones, bit for bit: nothing is transformed a second time.
 */
final class Dataset {
    private final FeatureSchema schema;
    private final List<String> objectives;
    private final List<LabelledRow> rows;

    /** Rows come sorted by group, groups rise from 0. */
    Dataset(FeatureSchema schema, List<String> objectives, List<LabelledRow> rows) {
        this.schema = schema;
        this.objectives = List.copyOf(objectives);
        this.rows = List.copyOf(rows);
    }

    FeatureSchema schema() {
        return schema;
    }

    List<String> objectives() {
        return objectives;
    }

    int size() {
        return rows.size();
    }

    LabelledRow row(int row) {
        return rows.get(row);
    }

    /** Returns the numbers of the rows of a part, ascending. */
    int[] rows(Part part, long seed) {
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
    FeatureMatrix features(int[] chosen) {
        int columns = schema.size();
        float[] values = new float[Math.multiplyExact(chosen.length, columns)];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(rows.get(chosen[i]).features(), 0, values, i * columns, columns);
        }
        return new FeatureMatrix(schema, chosen.length, values);
    }

    /** Returns some rows as trainers want them. */
    TrainingSet trainingSet(int[] chosen) {
        float[] labels = new float[chosen.length * objectives.size()];
        float[] weights = new float[chosen.length];
        int[] groups = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            LabelledRow row = rows.get(chosen[i]);
            System.arraycopy(row.labels(), 0, labels, i * objectives.size(), objectives.size());
            weights[i] = (float) row.weight();
            groups[i] = row.group();
        }
        return new TrainingSet(features(chosen), objectives, labels, weights, groups);
    }

    double[] weights(int[] chosen) {
        double[] weights = new double[chosen.length];
        Arrays.setAll(weights, i -> rows.get(chosen[i]).weight());
        return weights;
    }

    double[] labels(int[] chosen, int objective) {
        double[] labels = new double[chosen.length];
        Arrays.setAll(labels, i -> rows.get(chosen[i]).labels()[objective]);
        return labels;
    }
}
