package io.shelfwright.spi;

/**
 * Points of length 1 that a {@link VectorIndex} finds neighbours among, numbered from 0; immutable, thread-safe.
 *
 * <p>Their numbers are not those of catalog items.
 */
public interface VectorPoints {

    /** Returns the number of points. */
    int size();

    /** Returns the number of values of a point. */
    int dimension();

    /**
     * Copies a point.
     *
     * @param target of length {@link #dimension()}
     */
    void copy(int point, float[] target);

    /** Returns the dot product of a vector and a point. */
    float dot(float[] query, int point);
}
