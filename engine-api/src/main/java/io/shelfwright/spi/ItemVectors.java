package io.shelfwright.spi;

import java.util.function.IntPredicate;

/**
 * Vectors of the items of one catalog in one space; items are given by their index. Immutable, thread-safe.
 *
 * <p>Items without a vector read as a vector of zeros: their dot products and cosines are 0, and they are never found.
 */
public interface ItemVectors {
    /** The space of who plays what; the one that {@link Catalog#vectors()} returns. */
    String COLLABORATIVE = "collaborative";
    /** The space of what is played one after the other. */
    String SESSIONS = "sessions";

    /** Returns the name of the space. */
    String space();

    /** Returns a text that differs where any vector does; vectors of two versions must not be compared. */
    String version();

    /** Returns the number of values of a vector. */
    int dimension();

    /** Returns the number of items of the catalog, with a vector or not. */
    int size();

    /** Returns where an item's vector comes from. */
    VectorOrigin origin(int item);

    /** Returns whether an item has a vector. */
    default boolean knows(int item) {
        return origin(item) != VectorOrigin.NONE;
    }

    /**
     * Copies an item's vector.
     *
     * @param target of length {@link #dimension()}
     */
    void copy(int item, float[] target);

    /** Returns the dot product of a vector and an item's. */
    double dot(float[] query, int item);

    /** Returns the dot product of the vectors of two items; symmetric to the bit. */
    double dot(int first, int second);

    /** Returns the cosine of a vector and an item's, -1..1; 0 where either has no length. */
    double cosine(float[] query, int item);

    /** Returns the cosine of the vectors of two items, -1..1; symmetric to the bit, 0 where either has no vector. */
    double cosine(int first, int second);

    /**
     * Returns the items whose vectors have the greatest dot product with a vector.
     *
     * <p>With an exact index these are the best of all accepted items. An approximate one may miss some, but returns as
     * many as there are, up to {@code k}.
     *
     * @param query of length {@link #dimension()}
     * @param k how many, at least 0
     * @param accept which items may be returned; called from one thread
     */
    NearestItems nearest(float[] query, int k, IntPredicate accept);

    /** Returns the items whose vectors have the greatest cosine with an item's, without itself; none if it has none. */
    NearestItems similar(int item, int k, IntPredicate accept);

    /** Returns the items whose vectors have the greatest cosine with an item's, without itself; none if it has none. */
    default NearestItems similar(int item, int k) {
        return similar(item, k, other -> true);
    }
}
