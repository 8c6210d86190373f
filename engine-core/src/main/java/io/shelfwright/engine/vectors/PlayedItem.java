package io.shelfwright.engine.vectors;

import io.shelfwright.api.InteractionType;

/**
 * How much a user did with an item.
 *
 * @param item index in the catalog
 * @param plays plays and completed plays
 * @param favour what the strongest of save, like and follow adds, 0 without one
 */
record PlayedItem(int item, double plays, double favour) {
    private static final double SAVED = 1;
    private static final double FOLLOWED = 2;

    static PlayedItem none(int item) {
        return new PlayedItem(item, 0, 0);
    }

    /** Returns whether an interaction of this type says that a user likes what it is about. */
    static boolean counts(InteractionType type) {
        return switch (type) {
            case PLAY, COMPLETE, SAVE, LIKE, FOLLOW -> true;
            case SKIP, DISLIKE, HIDE, IMPRESSION, UNDO -> false;
        };
    }

    PlayedItem plus(InteractionType type, double amount) {
        return switch (type) {
            case PLAY, COMPLETE -> new PlayedItem(item, plays + amount, favour);
            case SAVE, LIKE -> new PlayedItem(item, plays, Math.max(favour, SAVED));
            case FOLLOW -> new PlayedItem(item, plays, FOLLOWED);
            case SKIP, DISLIKE, HIDE, IMPRESSION, UNDO -> this;
        };
    }

    /** Returns what an interaction weighs in a mean of recent ones: many plays at once count by their logarithm. */
    static double impulse(InteractionType type, double amount) {
        return switch (type) {
            case PLAY, COMPLETE -> amount <= 1 ? amount : 1 + StrictMath.log(amount);
            case SAVE, LIKE -> 1 + SAVED;
            case FOLLOW -> 1 + FOLLOWED;
            case SKIP, DISLIKE, HIDE, IMPRESSION, UNDO -> 0;
        };
    }

    /** Returns whether the user did anything with it. */
    boolean isKnown() {
        return plays > 0 || favour > 0;
    }

    double confidence(FoldIn foldIn) {
        return foldIn.confidence(plays) + favour;
    }
}
