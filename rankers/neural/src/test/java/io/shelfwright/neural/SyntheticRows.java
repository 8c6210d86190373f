package io.shelfwright.neural;

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
 * Seeded synthetic rows in pages of ten. A row is streamed when its first two columns have one sign, which no sum of single
 * columns can tell, and rather when the third is missing; it is saved when the fourth is large.
 */
record SyntheticRows(FeatureSchema schema, int rows, float[] values, float[] labels) {
    static final List<String> OBJECTIVES = List.of(Objective.STREAM, Objective.SAVE);

    private static final int ROWS_A_GROUP = 10;

    static SyntheticRows of(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * columns];
        float[] labels = new float[rows * 2];
        for (int row = 0; row < rows; row++) {
            int from = row * columns;
            for (int column = 0; column < columns; column++) {
                boolean missing = column > 1 && random.nextInt(10) == 0;
                values[from + column] = missing ? Float.NaN : (float) (100 * column + 20 * random.nextGaussian());
            }
            boolean same = values[from] > 0 == values[from + 1] > 100;
            double logit = (same ? 1.5 : -2.5) + (Float.isNaN(values[from + 2]) ? 1.5 : 0);
            labels[row * 2] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            labels[row * 2 + 1] = values[from + 3] > 310 ? 1 : 0;
        }
        return new SyntheticRows(schema(columns), rows, values, labels);
    }

    static FeatureSchema schema(int columns) {
        List<FeatureDeclaration> features = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            features.add(FeatureDeclaration.of("synthetic.f" + column, "Synthetic.", "number", -1e30, 1e30));
        }
        return new FeatureSchema(features);
    }

    FeatureMatrix matrix() {
        return new FeatureMatrix(schema, rows, values);
    }

    /** Returns some of the rows, in the order that is given. */
    FeatureMatrix matrix(int... chosen) {
        int columns = schema.size();
        float[] copy = new float[chosen.length * columns];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * columns, copy, i * columns, columns);
        }
        return new FeatureMatrix(schema, chosen.length, copy);
    }

    TrainingSet trainingSet() {
        float[] weights = new float[rows];
        Arrays.fill(weights, 1);
        int[] groups = new int[rows];
        Arrays.setAll(groups, row -> row / ROWS_A_GROUP);
        return new TrainingSet(matrix(), OBJECTIVES, labels, weights, groups);
    }

    /** Returns the share of pairs of a liked and another row that the logits put in the right order (ties count half). */
    double auc(float[] logits, int objective) {
        double right = 0;
        double pairs = 0;
        for (int liked = 0; liked < rows; liked++) {
            for (int other = 0; other < rows && labels[liked * 2 + objective] == 1; other++) {
                if (labels[other * 2 + objective] == 0) {
                    float difference = logits[liked * 2 + objective] - logits[other * 2 + objective];
                    right += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }
}
