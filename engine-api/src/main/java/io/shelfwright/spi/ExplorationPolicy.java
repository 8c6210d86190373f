package io.shelfwright.spi;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Chooses the card of a declared slot, and tells the exact probability of that choice.
 *
 * <p>If it fails, the best card is taken with propensity 1, marked as not explored.
 */
public interface ExplorationPolicy extends AutoCloseable {

    /**
     * Returns a choice among the cards that are feasible in this slot at this moment.
     *
     * @param random the only source of randomness, seeded by the request
     */
    Choice choose(Feasible feasible, RandomGenerator random);

    /**
     * Returns the probability of each card in {@link #choose}, so that a logged draw can be weighed under another policy;
     * empty where the policy cannot tell.
     *
     * @return {@code size()} numbers from 0 that sum to 1
     */
    default Optional<double[]> probabilities(Feasible feasible) {
        return Optional.empty();
    }

    @Override
    default void close() {}

    /** The cards that the rules allow in a slot, given the cards before and after it. */
    interface Feasible {
        /** Returns the number of feasible cards, at least 1. */
        int size();

        /** Returns the natural logarithm of a card's utility minus the penalties of the placement rules. */
        double logUtility(int card);

        /** Returns the standard deviation of the card's mean engagement, relative to that mean, at least 0. */
        double relativeUncertainty(int card);

        /** Returns the card that the packer chose. */
        int best();

        UserState user();

        RequestContext context();
    }

    /**
     * A drawn card.
     *
     * @param card index from 0 to size - 1
     * @param propensity exact probability with which it was drawn, in (0, 1]
     * @param supportSize number of cards that had a positive probability
     */
    record Choice(int card, double propensity, int supportSize) {}
}
