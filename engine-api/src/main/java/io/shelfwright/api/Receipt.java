package io.shelfwright.api;

/**
 * The engine's answer to a recorded interaction: it is durable, and the next page knows of it.
 *
 * @param interactionId needed to undo it
 * @param stateVersion version of the user's state that contains it
 * @param duplicate whether an interaction of this id was known already, so that nothing changed
 */
public record Receipt(String interactionId, long stateVersion, boolean duplicate) {}
