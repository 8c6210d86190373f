package io.shelfwright.sample.simulate.cards;

import io.shelfwright.api.BadRequestException;

/**
 * A row of slots of which the first are visible without swiping.
 *
 * @param slots number of cards shown
 * @param visible number of slots visible at first
 * @param feedback what is learned from a visit
 */
public record Carousel(int slots, int visible, Feedback feedback) {
    /** As a listener's slot, that nothing was streamed. */
    static final int NOTHING = -1;

    public Carousel {
        if (slots < 1 || visible < 1 || visible > slots) {
            throw new BadRequestException("a carousel of " + slots + " slots, " + visible
                    + " of them visible at first, cannot be; allowed are slots from 1 and visible from 1 to slots");
        }
    }

    /**
     * Returns how many slots count as seen, from the first on.
     *
     * @param streamed slot of the streamed card, or {@link #NOTHING}
     */
    int seen(int streamed) {
        if (streamed != NOTHING) {
            return streamed + 1;
        }
        return feedback == Feedback.PAPER ? visible : slots;
    }
}
