package io.shelfwright.vectors;

import java.util.Optional;

/** Scores all items for a user, known by their items only. Immutable and thread-safe. */
public interface Recommender {
    /** Returns the number of items. */
    int items();

    /**
     * Scores every item; a higher score suits better, and an item of which nothing was learned gets negative infinity.
     *
     * @param history the user's items, ascending, without repeats
     * @param weights their weights, as in training
     * @param scores filled with a score for every item
     */
    void score(int[] history, float[] weights, double[] scores);

    /** Returns the vectors of the items, where the algorithm has them. */
    default Optional<ItemFactors> factors() {
        return Optional.empty();
    }
}
