package io.shelfwright.sample.web;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.InteractionType;
import java.util.Locale;

/** What can be done with a card on the page, and the words said afterwards. */
enum Action {
    HIDE(InteractionType.HIDE, "Hidden '%s'."),
    DISLIKE(InteractionType.DISLIKE, "You will see less like '%s'."),
    LIKE(InteractionType.LIKE, "Liked '%s'."),
    SAVE(InteractionType.SAVE, "Saved '%s'."),
    PLAY(InteractionType.PLAY, "Noted a play of '%s' (the demo makes no sound).");

    private final InteractionType type;
    private final String words;

    Action(InteractionType type, String words) {
        this.type = type;
        this.words = words;
    }

    static Action of(String name) {
        for (Action action : values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(name)) {
                return action;
            }
        }
        throw new BadRequestException(
                "the action is '" + Params.shortened(name) + "'; allowed are hide, dislike, like, save and play");
    }

    InteractionType type() {
        return type;
    }

    /** Returns whether the card shall leave the page at once. */
    boolean removes() {
        return type.isNegative();
    }

    String done(String label) {
        return String.format(Locale.ROOT, words, label);
    }
}
