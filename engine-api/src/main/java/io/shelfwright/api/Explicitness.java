package io.shelfwright.api;

/** Whether an item is marked as explicit; unknown counts as explicit for users who must not see explicit content. */
public enum Explicitness {
    CLEAN,
    EXPLICIT,
    UNKNOWN
}
