package io.shelfwright.sample.simulate.cards;

import io.shelfwright.api.BadRequestException;
import java.util.Locale;

/** What is learned from a listener's visit to a carousel. */
public enum Feedback {
    /** As the paper says: up to the streamed card, or, where nothing was streamed, the cards that are visible at first. */
    PAPER,
    /** As a client's log of seen cards says: up to the streamed card, or, where nothing was streamed, all of them. */
    VIEWPORT,
    /**
     * As the authors' released code does: as if all cards were seen where nothing was streamed, and where the cards that are visible
     * at first were to be shuffled, whole lists are exchanged between the first listeners of a round.
     */
    RELEASED;

    /** Returns the name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the feedback of a name.
     *
     * @throws BadRequestException if there is none
     */
    public static Feedback parse(String word) {
        for (Feedback feedback : values()) {
            if (feedback.word().equals(word)) {
                return feedback;
            }
        }
        throw new BadRequestException("'" + word + "' is no feedback; allowed is paper, viewport or released");
    }
}
