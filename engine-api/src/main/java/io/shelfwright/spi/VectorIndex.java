package io.shelfwright.spi;

import java.util.function.IntPredicate;

/** Finds points near a vector without looking at all of them; immutable, thread-safe. */
public interface VectorIndex extends AutoCloseable {

    /**
     * Finds points that have a great dot product with a vector, probably the greatest.
     *
     * <p>The same question gets the same answer. Fewer than {@code k} may be found though there are more: the caller then
     * looks at all points.
     *
     * @param query of the dimension of the points, of length 1
     * @param k how many are wanted, at least 1
     * @param accept which points may be returned
     * @param visitLimit how many accepted or rejected points may be looked at before giving up
     * @return the points found, at most {@code k}, in any order, each once
     */
    int[] search(float[] query, int k, IntPredicate accept, int visitLimit);

    /** Returns how much memory the index takes beside the points, in bytes, mapped files included. */
    long bytes();

    @Override
    void close();
}
