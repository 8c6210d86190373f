package io.shelfwright.api;

/** What a user did. */
public enum InteractionType {
    /** Listened for a meaningful time. */
    PLAY,
    /** Listened to the end. */
    COMPLETE,
    /** Stopped early. */
    SKIP,
    SAVE,
    FOLLOW,
    LIKE,
    /** Explicitly negative about an item, artist, genre, shelf or kind. */
    DISLIKE,
    /** Asked not to see an item, artist, genre, shelf or kind. */
    HIDE,
    /** A card was really seen: at least half visible for at least half a second. */
    IMPRESSION,
    /** Takes back an earlier interaction, named by {@link Interaction#undoes()}. */
    UNDO;

    /** Returns whether this says that the user wants less of the target. */
    public boolean isNegative() {
        return this == DISLIKE || this == HIDE;
    }

    /** Returns whether this says that the user wants the target. */
    public boolean isPositive() {
        return switch (this) {
            case PLAY, COMPLETE, SAVE, FOLLOW, LIKE -> true;
            case SKIP, DISLIKE, HIDE, IMPRESSION, UNDO -> false;
        };
    }
}
