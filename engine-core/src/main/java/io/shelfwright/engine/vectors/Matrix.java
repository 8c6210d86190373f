package io.shelfwright.engine.vectors;

/** Rows of floats; immutable, thread-safe. Sums are taken in one order, so that they have the same bits everywhere. */
interface Matrix {

    int dimension();

    float get(int row, int column);

    void copy(int row, float[] target);

    float dot(float[] query, int row);

    float dot(int first, int second);

    /** Writes the dot products of rows {@code from} to {@code to - 1} to the front of {@code target}. */
    void dots(float[] query, int from, int to, float[] target);

    /** Returns how much memory the rows take, in bytes, mapped files included. */
    long bytes();
}
