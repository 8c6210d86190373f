package io.shelfwright.spi;

/**
 * Transformed rows, one a candidate, stored row after row; NaN is missing.
 *
 * <p>Read-only for everyone but the engine, which may reuse the memory after the call.
 */
public final class FeatureMatrix {
    private final FeatureSchema schema;
    private final int rows;
    private final float[] values;

    /**
     * Makes a matrix over an array.
     *
     * @param values at least rows x schema.size() cells, row-major; not copied
     */
    public FeatureMatrix(FeatureSchema schema, int rows, float[] values) {
        if (values.length < (long) rows * schema.size()) {
            throw new IllegalArgumentException(
                    "the matrix has " + values.length + " cells, needed are " + rows + " x " + schema.size());
        }
        this.schema = schema;
        this.rows = rows;
        this.values = values;
    }

    public FeatureSchema schema() {
        return schema;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return schema.size();
    }

    /** Returns a cell, NaN where it is missing. */
    public float get(int row, int column) {
        return values[row * schema.size() + column];
    }

    /** Returns the cells themselves, row-major, possibly longer than rows x columns; do not change them. */
    public float[] values() {
        return values;
    }

    /** Returns a copy of one row. */
    public float[] row(int row) {
        float[] copy = new float[columns()];
        System.arraycopy(values, row * columns(), copy, 0, copy.length);
        return copy;
    }
}
