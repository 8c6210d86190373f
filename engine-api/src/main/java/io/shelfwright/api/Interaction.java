package io.shelfwright.api;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a user did; made with {@link Feedback} or {@link #of}.
 *
 * @param id unique per user; empty when new: the engine then derives one, and a repeated id is recorded once
 * @param userId who
 * @param type what
 * @param targetType what it is about; plays and impressions are always about an item
 * @param targetId id of the item, artist or shelf, or the name of the genre or kind
 * @param at when; null when new: the engine then reads its clock
 * @param amount how often, at least 0: 1 for one event, more for an aggregated one
 * @param requestId page it came from, empty where none
 * @param shelfId shelf it came from, empty where none
 * @param undoes id of the interaction that an {@link InteractionType#UNDO} takes back, else empty
 * @param explored whether the card it is about was drawn for exploration
 */
public record Interaction(
        String id,
        String userId,
        InteractionType type,
        TargetType targetType,
        String targetId,
        @Nullable Instant at,
        double amount,
        String requestId,
        String shelfId,
        String undoes,
        boolean explored) {

    public Interaction {
        Check.id(userId, "user id");
        Check.present(type, "interaction type");
        Check.present(targetType, "target type");
        if (type == InteractionType.UNDO) {
            Check.id(undoes, "id of the interaction to undo");
        } else {
            Check.id(targetId, "target id");
        }
        if (!type.isNegative()
                && type != InteractionType.UNDO
                && targetType != TargetType.ITEM
                && type != InteractionType.FOLLOW
                && type != InteractionType.LIKE) {
            throw new BadRequestException(type + " is about an item, not about a " + targetType
                    + "; only follow, like, dislike and hide may name something else");
        }
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new BadRequestException("amount is " + amount + ", allowed are finite numbers from 0");
        }
    }

    /** Returns a new interaction with an item, time and id still to be given by the engine. */
    public static Interaction of(String userId, InteractionType type, String itemId) {
        return new Interaction("", userId, type, TargetType.ITEM, itemId, null, 1, "", "", "", false);
    }

    public Interaction withId(String value) {
        return new Interaction(
                value, userId, type, targetType, targetId, at, amount, requestId, shelfId, undoes, explored);
    }

    public Interaction at(Instant value) {
        return new Interaction(
                id, userId, type, targetType, targetId, value, amount, requestId, shelfId, undoes, explored);
    }

    public Interaction withAmount(double value) {
        return new Interaction(id, userId, type, targetType, targetId, at, value, requestId, shelfId, undoes, explored);
    }

    /** Returns a copy that names the page and shelf it came from. */
    public Interaction from(String page, String shelf) {
        return new Interaction(id, userId, type, targetType, targetId, at, amount, page, shelf, undoes, explored);
    }

    public Interaction explored(boolean value) {
        return new Interaction(id, userId, type, targetType, targetId, at, amount, requestId, shelfId, undoes, value);
    }

    /** Returns the time, which every recorded interaction has. */
    public Instant time() {
        return Objects.requireNonNull(at, "at is null: the interaction was not recorded yet");
    }
}
