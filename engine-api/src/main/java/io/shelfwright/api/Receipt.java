package io.shelfwright.api;

import java.util.List;

/**
 * The engine's answer to a recorded interaction: it is durable, and the next page knows of it.
 *
 * @param interactionId needed to undo it
 * @param stateVersion version of the user's state that contains it
 * @param duplicate whether an interaction of this id was known already, so that nothing changed
 * @param warnings what is odd about it, such as a target that the catalog does not know; it is recorded all the same, since what
 *     is unknown today may be in the next snapshot
 */
public record Receipt(String interactionId, long stateVersion, boolean duplicate, List<String> warnings) {

    public Receipt {
        warnings = List.copyOf(warnings);
    }

    /** Makes a receipt without warnings. */
    public Receipt(String interactionId, long stateVersion, boolean duplicate) {
        this(interactionId, stateVersion, duplicate, List.of());
    }

    /** Returns a copy with warnings. */
    public Receipt withWarnings(List<String> value) {
        return new Receipt(interactionId, stateVersion, duplicate, value);
    }
}
