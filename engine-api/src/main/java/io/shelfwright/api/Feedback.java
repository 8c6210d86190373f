package io.shelfwright.api;

/** Says what a user did with a card, in one line. */
public final class Feedback {
    private Feedback() {}

    /** Returns that a user listened to a card for a meaningful time. */
    public static Interaction play(String userId, Card card) {
        return on(userId, InteractionType.PLAY, card);
    }

    /** Returns that a user saved a card. */
    public static Interaction save(String userId, Card card) {
        return on(userId, InteractionType.SAVE, card);
    }

    /** Returns that a user stopped a card early. */
    public static Interaction skip(String userId, Card card) {
        return on(userId, InteractionType.SKIP, card);
    }

    /** Returns that a card was really seen: at least half visible for at least half a second. */
    public static Interaction seen(String userId, Card card) {
        return on(userId, InteractionType.IMPRESSION, card);
    }

    /** Returns that a user does not want to see a card's item. */
    public static Interaction hide(String userId, Card card) {
        return on(userId, InteractionType.HIDE, card);
    }

    /** Returns that a user dislikes a card's item. */
    public static Interaction dislike(String userId, Card card) {
        return on(userId, InteractionType.DISLIKE, card);
    }

    /** Returns that a user does not want to see an item, artist, genre, shelf or kind. */
    public static Interaction hide(String userId, TargetType type, String targetId) {
        return new Interaction("", userId, InteractionType.HIDE, type, targetId, null, 1, "", "", "", false);
    }

    /** Returns that a user dislikes an item, artist, genre, shelf or kind. */
    public static Interaction dislike(String userId, TargetType type, String targetId) {
        return new Interaction("", userId, InteractionType.DISLIKE, type, targetId, null, 1, "", "", "", false);
    }

    /** Returns an interaction that takes back an earlier one, as if it had never been recorded. */
    public static Interaction undo(String userId, String interactionId) {
        return new Interaction(
                "",
                userId,
                InteractionType.UNDO,
                TargetType.ITEM,
                interactionId,
                null,
                1,
                "",
                "",
                interactionId,
                false);
    }

    private static Interaction on(String userId, InteractionType type, Card card) {
        return Interaction.of(userId, type, card.itemId())
                .from(card.requestId(), card.shelfId())
                .explored(card.explored());
    }
}
