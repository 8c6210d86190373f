package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a feature set writes for a batch, as it writes it: not clipped; not thread-safe. */
public final class TestColumns implements FeatureColumns {
    private final FeatureSchema schema;
    private final int rows;
    private final double[] values;
    private final List<String> strays = new ArrayList<>();

    private TestColumns(FeatureSchema schema, int rows) {
        this.schema = schema;
        this.rows = rows;
        values = new double[rows * schema.size()];
        Arrays.fill(values, Double.NaN);
    }

    /** Returns what a feature set computes for a batch. */
    public static TestColumns of(FeatureSet features, CandidateBatch batch) {
        TestColumns columns = new TestColumns(new FeatureSchema(features.features()), batch.size());
        features.compute(batch, columns);
        return columns;
    }

    @Override
    public void set(int candidate, int feature, double value) {
        if (candidate < 0 || candidate >= rows || feature < 0 || feature >= schema.size()) {
            strays.add("candidate " + candidate + " of " + rows + ", feature " + feature + " of " + schema.size());
        } else {
            values[candidate * schema.size() + feature] = value;
        }
    }

    public FeatureSchema schema() {
        return schema;
    }

    /** Returns a value as it was written, NaN where it is missing. */
    public double value(int candidate, int feature) {
        return values[candidate * schema.size() + feature];
    }

    /**
     * Returns a value as it was written, NaN where it is missing.
     *
     * @throws IllegalArgumentException if no feature is of this name
     */
    public double value(int candidate, String feature) {
        int column = schema.column(feature);
        if (column < 0) {
            throw new IllegalArgumentException("there is no feature " + feature + "; declared are "
                    + schema.features().stream()
                            .map(declared -> declared.name())
                            .toList());
        }
        return value(candidate, column);
    }

    /** Returns what was written to candidates or features that are not there, a line each. */
    public List<String> strays() {
        return List.copyOf(strays);
    }

    Marks marks(CandidateBatch batch) {
        Map<String, Marks.Mark> marks = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            List<Double> numbers = new ArrayList<>();
            for (int feature = 0; feature < schema.size(); feature++) {
                double value = value(row, feature);
                numbers.add(Double.isFinite(value) ? value : Double.NaN);
            }
            marks.put(BatchViews.key(batch, row), new Marks.Mark(numbers, List.of()));
        }
        return new Marks(marks);
    }
}
