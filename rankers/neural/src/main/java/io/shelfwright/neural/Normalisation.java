package io.shelfwright.neural;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import java.util.List;

/**
 * Turns a row of features into a row of inputs: each value standardised, missing as 0, then for each a flag whether it is
 * missing.
 *
 * @param means mean of each column over the rows that have it
 * @param scales 1 / standard deviation of each column, 0 where the column is constant
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a model, compared by nobody
record Normalisation(float[] means, float[] scales) {
    /** Standardised values beyond this are held at it: an outlier must not drown the rest. */
    private static final float BOUND = 8;

    private static final double LEAST_DEVIATION = 1e-6;

    static Normalisation of(FeatureMatrix rows, int[] chosen) {
        int columns = rows.columns();
        float[] means = new float[columns];
        float[] scales = new float[columns];
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            int count = 0;
            for (int row : chosen) {
                float value = rows.get(row, column);
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
            double mean = count > 0 ? sum / count : 0;
            double squares = 0;
            for (int row : chosen) {
                float value = rows.get(row, column);
                if (!Float.isNaN(value)) {
                    squares += (value - mean) * (value - mean);
                }
            }
            double deviation = count > 0 ? Math.sqrt(squares / count) : 0;
            means[column] = (float) mean;
            scales[column] = deviation > LEAST_DEVIATION ? (float) (1 / deviation) : 0;
        }
        return new Normalisation(means, scales);
    }

    int columns() {
        return means.length;
    }

    int inputs() {
        return 2 * means.length;
    }

    /** Returns a value's input, 0 where it is missing. */
    float standardised(int column, float value) {
        if (Float.isNaN(value)) {
            return 0;
        }
        float standardised = (value - means[column]) * scales[column];
        return Float.isNaN(standardised) ? 0 : Math.max(-BOUND, Math.min(BOUND, standardised));
    }

    /** Writes the inputs of one row. */
    void transform(float[] values, int from, float[] inputs, int to) {
        int columns = means.length;
        for (int column = 0; column < columns; column++) {
            float value = values[from + column];
            inputs[to + column] = standardised(column, value);
            inputs[to + columns + column] = Float.isNaN(value) ? 1 : 0;
        }
    }

    /** Returns one line a feature: name, mean and scale, separated by tabs. */
    String toText(FeatureSchema schema) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < means.length; column++) {
            text.append(schema.features().get(column).name())
                    .append('\t')
                    .append(means[column])
                    .append('\t')
                    .append(scales[column])
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @throws IllegalArgumentException if it does not fit the schema
     */
    static Normalisation parse(String text, FeatureSchema schema) {
        List<String> lines = text.lines().toList();
        if (lines.size() != schema.size()) {
            throw new IllegalArgumentException(
                    "the normalisation has " + lines.size() + " lines for " + schema.size() + " features");
        }
        float[] means = new float[lines.size()];
        float[] scales = new float[lines.size()];
        for (int column = 0; column < means.length; column++) {
            String[] fields = lines.get(column).split("\t", -1);
            String name = schema.features().get(column).name();
            if (fields.length != 3 || !fields[0].equals(name)) {
                throw new IllegalArgumentException("line " + (column + 1) + " of the normalisation is '"
                        + lines.get(column) + "'; wanted are " + name + ", its mean and its scale");
            }
            means[column] = Float.parseFloat(fields[1]);
            scales[column] = Float.parseFloat(fields[2]);
        }
        return new Normalisation(means, scales);
    }
}
