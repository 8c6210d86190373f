package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;

/** Chooses lists of cards and learns from what was streamed; feedback comes when a round is over. Not thread-safe. */
interface CardPolicy {

    /**
     * Chooses the lists of a round.
     *
     * @param users who visit, one may come twice
     * @param lists to be filled, one a visit: different cards in the order of the slots
     * @param draws the only source of randomness
     */
    void choose(int[] users, int[][] lists, Draws draws);

    /**
     * Learns from a round.
     *
     * @param streamed slot of the streamed card of each visit, or {@link Carousel#NOTHING}
     */
    void learn(int[] users, int[][] lists, int[] streamed);

    /** Returns what is known of the propensities of drawn slots; nothing was drawn where the policy does not draw. */
    default PropensityHealth propensities() {
        return new PropensityHealth();
    }
}
