package io.shelfwright.logistic;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.TrainingSet;

/**
 * How each column is standardised, and which terms of it can be learned; computed from the training rows.
 *
 * <p>A value becomes {@code (value - mean) / deviation}, with weighted mean and weighted (population) deviation over the
 * rows that have it. A value that is not finite is missing: it becomes 0 and the column's missing-term applies. A column
 * that never varies has no value term; one that is never, or always, missing has no missing-term.
 *
 * @param mean a column's mean, 0 where no row has a value
 * @param deviation a column's deviation, 1 where it does not vary
 * @param varies whether there is a value term
 * @param sometimesMissing whether there is a missing-term
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
record Columns(double[] mean, double[] deviation, boolean[] varies, boolean[] sometimesMissing) {

    /** Columns that vary less than this, relative to their size, differ by rounding only. */
    private static final double CONSTANT = 1e-9;

    static Columns of(TrainingSet data, int[] rows) {
        FeatureMatrix matrix = data.features();
        int count = matrix.columns();
        Columns columns = new Columns(new double[count], new double[count], new boolean[count], new boolean[count]);
        for (int column = 0; column < count; column++) {
            columns.measure(data, rows, column);
        }
        return columns;
    }

    private void measure(TrainingSet data, int[] rows, int column) {
        FeatureMatrix matrix = data.features();
        double weight = 0;
        double sum = 0;
        int present = 0;
        for (int row : rows) {
            float value = matrix.get(row, column);
            if (Float.isFinite(value)) {
                weight += data.weight(row);
                sum += (double) data.weight(row) * value;
                present++;
            }
        }
        double center = present == 0 ? 0 : sum / weight;
        double squares = 0;
        for (int row : rows) {
            float value = matrix.get(row, column);
            if (Float.isFinite(value)) {
                squares += data.weight(row) * (value - center) * (value - center);
            }
        }
        double spread = present == 0 ? 0 : Math.sqrt(squares / weight);
        mean[column] = center;
        varies[column] = spread > CONSTANT * Math.max(Math.abs(center), Double.MIN_NORMAL);
        deviation[column] = varies[column] ? spread : 1;
        sometimesMissing[column] = present > 0 && present < rows.length;
    }

    int count() {
        return mean.length;
    }
}
