package io.shelfwright.testkit;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws data that a ranker can be trained on: 4 features, the first of which decides, one value in five missing.
 *
 * <p>The arrays are kept, so that a trainer that changes them is found out.
 */
final class SeededTraining {
    static final int COLUMNS = 4;
    private static final int ROWS_OF_A_PAGE = 8;

    final FeatureMatrix features;
    final float[] labels;
    final float[] weights;
    final int[] groups;

    private SeededTraining(FeatureMatrix features) {
        this.features = features;
        labels = new float[2 * features.rows()];
        weights = new float[features.rows()];
        groups = new int[features.rows()];
        Arrays.fill(weights, 1);
    }

    /** Returns rows whose main label is mostly 1 where the first feature is above 0, and mostly 0 elsewhere. */
    static SeededTraining draw(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        SeededTraining drawn = new SeededTraining(SeededRows.draw(SeededRows.schema(COLUMNS), rows, random));
        for (int row = 0; row < rows; row++) {
            double chance = drawn.isHigh(row) ? 0.85 : 0.1;
            drawn.labels[2 * row] = random.nextDouble() < chance ? 1 : 0;
            drawn.labels[2 * row + 1] = random.nextInt(4) == 0 ? 1 : 0;
            drawn.weights[row] = (float) (0.5 + random.nextDouble());
            drawn.groups[row] = row / ROWS_OF_A_PAGE;
        }
        return drawn;
    }

    /** Returns rows whose labels have nothing to do with the features; rows with the given label weigh more. */
    static SeededTraining leaning(long seed, int rows, float label) {
        SeededTraining drawn = draw(seed, rows);
        for (int row = 0; row < rows; row++) {
            drawn.labels[2 * row] = row % 2;
            drawn.weights[row] = row % 2 == label ? 1.8f : 0.2f;
        }
        return drawn;
    }

    SeededTraining withMainLabels(float label) {
        for (int row = 0; row < features.rows(); row++) {
            labels[2 * row] = label;
        }
        return this;
    }

    /** Returns whether the first feature is above 0; false where it is missing. */
    boolean isHigh(int row) {
        return features.get(row, 0) > 0;
    }

    TrainingSet toSet() {
        return new TrainingSet(features, List.of(Objective.STREAM, Objective.HIDE), labels, weights, groups);
    }

    /** Returns a text that differs where anything does. */
    String fingerprint() {
        return Arrays.hashCode(features.values()) + " " + Arrays.hashCode(labels) + " " + Arrays.hashCode(weights) + " "
                + Arrays.hashCode(groups);
    }
}
