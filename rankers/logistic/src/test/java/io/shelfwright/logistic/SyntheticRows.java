package io.shelfwright.logistic;

import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded synthetic rows with correlated columns of different scales, labels from a logistic model, weights 1 to 3. */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
record SyntheticRows(FeatureSchema schema, int rows, float[] values, float[] labels, float[] weights) {

    static SyntheticRows of(int rows, int columns, double missing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * columns];
        float[] labels = new float[rows];
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            double logit = -0.7;
            double shared = random.nextDouble(-1, 1);
            for (int column = 0; column < columns; column++) {
                double value = shared + random.nextDouble(-2, 2);
                boolean gone = random.nextDouble() < missing;
                logit += (gone ? 0.3 : value) * ((column % 7) - 3) / 10;
                values[row * columns + column] = gone ? Float.NaN : (float) (5 * column + value * (1 + column % 4));
            }
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            weights[row] = 1 + random.nextInt(3);
        }
        return new SyntheticRows(schema(columns), rows, values, labels, weights);
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

    TrainingSet trainingSet() {
        return new TrainingSet(matrix(), List.of(Objective.STREAM), labels, weights, new int[rows]);
    }

    /** Returns the rows with each one repeated as often as its weight says, all of weight 1. */
    SyntheticRows repeated() {
        int count = 0;
        for (float weight : weights) {
            count += (int) weight;
        }
        float[] moreValues = new float[count * columns()];
        float[] moreLabels = new float[count];
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int copy = 0; copy < weights[row]; copy++) {
                System.arraycopy(values, row * columns(), moreValues, next * columns(), columns());
                moreLabels[next++] = labels[row];
            }
        }
        return new SyntheticRows(schema, count, moreValues, moreLabels, ones);
    }
}
