package io.shelfwright.spi;

import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import java.time.Instant;

/**
 * Something a user said to like, and did not dislike since.
 *
 * @param interactionId the interaction that said so last, for undo
 * @param type {@code LIKE}, {@code SAVE} or {@code FOLLOW}
 * @param targetType what it is about
 * @param targetId id or name of the target
 * @param at when
 */
public record PositiveFeedback(
        String interactionId, InteractionType type, TargetType targetType, String targetId, Instant at) {}
