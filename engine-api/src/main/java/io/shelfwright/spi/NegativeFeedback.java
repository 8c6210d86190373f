package io.shelfwright.spi;

import io.shelfwright.api.TargetType;
import java.time.Instant;

/**
 * Something a user wants less of.
 *
 * @param interactionId the interaction that said so, for undo
 * @param targetType what it is about
 * @param targetId id or name of the target
 * @param at when
 * @param hidden true for hide, false for dislike
 */
public record NegativeFeedback(
        String interactionId, TargetType targetType, String targetId, Instant at, boolean hidden) {}
