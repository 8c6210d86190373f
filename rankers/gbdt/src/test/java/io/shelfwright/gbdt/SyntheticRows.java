package io.shelfwright.gbdt;

import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded synthetic rows: every third column is coarse (steps of a quarter, with zeros of both signs), the label depends on
 * pairs of columns and on what is missing.
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
record SyntheticRows(FeatureSchema schema, int rows, float[] values, float[] labels) {
    private static final int ROWS_A_GROUP = 10;

    static SyntheticRows of(int rows, int columns, double missing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * columns];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            double logit = -1;
            for (int column = 0; column < columns; column++) {
                float value = random.nextDouble() < missing ? Float.NaN : draw(random, column);
                values[row * columns + column] = value;
                float before = column == 0 ? 1f : values[row * columns + column - 1];
                double effect = Float.isNaN(value) ? -0.5 : value * (before > 0 ? 1 : -0.3);
                logit += effect / (1 + column);
            }
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        return new SyntheticRows(schema(columns), rows, values, labels);
    }

    private static float draw(SplittableRandom random, int column) {
        double value = random.nextDouble(-2, 2) + random.nextDouble(-1, 1);
        if (column % 3 != 2) {
            return (float) value;
        }
        float step = Math.round(value * 4) / 4f;
        return step == 0 && random.nextBoolean() ? -0f : step;
    }

    static FeatureSchema schema(int columns) {
        List<FeatureDeclaration> features = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            features.add(FeatureDeclaration.of("synthetic.f" + column, "Synthetic.", "number", -1e30, 1e30));
        }
        return new FeatureSchema(features);
    }

    int columns() {
        return schema.size();
    }

    FeatureMatrix matrix() {
        return new FeatureMatrix(schema, rows, values);
    }

    float[] row(int row) {
        return Arrays.copyOfRange(values, row * columns(), (row + 1) * columns());
    }

    TrainingSet trainingSet() {
        float[] weights = new float[rows];
        Arrays.fill(weights, 1);
        return trainingSet(weights);
    }

    TrainingSet trainingSet(float[] weights) {
        return new TrainingSet(matrix(), List.of(Objective.STREAM), labels, weights, groups());
    }

    int[] groups() {
        int[] groups = new int[rows];
        Arrays.setAll(groups, row -> row / ROWS_A_GROUP);
        return groups;
    }
}
