package io.shelfwright.gbdt;

/** Computes the margins (log-odds) of rows. */
interface TreeScorer extends AutoCloseable {

    /**
     * Writes the margin of each row.
     *
     * @param values rows x columns cells, row-major, possibly longer; NaN is missing
     * @param margins written at {@code first}, {@code first + stride}, ...
     */
    void score(float[] values, int rows, int columns, float[] margins, int first, int stride);

    @Override
    default void close() {}
}
