package io.shelfwright.benchmarks;

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
 * Seeded synthetic rows whose labels depend on pairs of features, so that trees have something to find.
 *
 * @param schema schema of the features
 * @param cells rows x features
 * @param labels one a row, 0 or 1
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
record SyntheticRanking(FeatureSchema schema, float[] cells, float[] labels) {

    /** Returns rows; {@code missing} is the share of cells that are missing. */
    static SyntheticRanking of(int rows, int features, double missing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] cells = new float[rows * features];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            double logit = -1;
            for (int feature = 0; feature < features; feature++) {
                int cell = row * features + feature;
                cells[cell] = random.nextDouble() < missing ? Float.NaN : (float) random.nextDouble(-2, 2);
                double partner = feature == 0 || Float.isNaN(cells[cell - 1]) ? 1 : cells[cell - 1];
                logit += (Float.isNaN(cells[cell]) ? 0.4 : cells[cell]) * Math.signum(partner) / (1 + feature % 10);
            }
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        return new SyntheticRanking(schema(features), cells, labels);
    }

    private static FeatureSchema schema(int count) {
        List<FeatureDeclaration> features = new ArrayList<>();
        for (int feature = 0; feature < count; feature++) {
            features.add(FeatureDeclaration.of("synthetic.f" + feature, "Synthetic.", "number", -2, 2));
        }
        return new FeatureSchema(features);
    }

    TrainingSet trainingSet() {
        float[] weights = new float[labels.length];
        Arrays.fill(weights, 1);
        return new TrainingSet(
                new FeatureMatrix(schema, labels.length, cells),
                List.of(Objective.STREAM),
                labels,
                weights,
                new int[labels.length]);
    }

    /** Returns the cells of some rows. */
    float[] cells(int firstRow, int rows) {
        return Arrays.copyOfRange(cells, firstRow * schema.size(), (firstRow + rows) * schema.size());
    }
}
