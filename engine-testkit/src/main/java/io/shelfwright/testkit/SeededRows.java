package io.shelfwright.testkit;

import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws rows of features. */
final class SeededRows {
    private static final int MISSING_ONE_IN = 5;

    private SeededRows() {}

    /** Returns a schema of made-up features. */
    static FeatureSchema schema(int features) {
        List<FeatureDeclaration> declared = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            declared.add(FeatureDeclaration.of("synthetic.f" + i, "A made-up number.", "number", -10, 10));
        }
        return new FeatureSchema(declared);
    }

    /** Returns rows whose values lie in their ranges, one in five missing. */
    static FeatureMatrix draw(FeatureSchema schema, int rows, RandomGenerator random) {
        float[] values = new float[rows * schema.size()];
        for (int i = 0; i < values.length; i++) {
            FeatureDeclaration feature = schema.features().get(i % schema.size());
            boolean missing = random.nextInt(MISSING_ONE_IN) == 0;
            values[i] = missing
                    ? feature.missing()
                    : (float) (feature.min() + random.nextDouble() * ((double) feature.max() - feature.min()));
        }
        return new FeatureMatrix(schema, rows, values);
    }

    /** Returns rows that are all missing, all least, all greatest, or all zero. */
    static FeatureMatrix extremes(FeatureSchema schema) {
        int columns = schema.size();
        float[] values = new float[4 * columns];
        for (int column = 0; column < columns; column++) {
            FeatureDeclaration feature = schema.features().get(column);
            values[column] = Float.NaN;
            values[columns + column] = feature.min();
            values[2 * columns + column] = feature.max();
            values[3 * columns + column] = Math.max(feature.min(), Math.min(feature.max(), 0));
        }
        return new FeatureMatrix(schema, 4, values);
    }

    /** Returns some rows of a matrix, in this order. */
    static FeatureMatrix rows(FeatureMatrix matrix, int... rows) {
        float[] values = new float[rows.length * matrix.columns()];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(matrix.row(rows[i]), 0, values, i * matrix.columns(), matrix.columns());
        }
        return new FeatureMatrix(matrix.schema(), rows.length, values);
    }
}
