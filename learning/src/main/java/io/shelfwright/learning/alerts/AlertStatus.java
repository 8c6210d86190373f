package io.shelfwright.learning.alerts;

/** Why a message is sent. */
public enum AlertStatus {
    /** Bad for as many runs in a row as {@link AlertSettings#raiseAfter()}. */
    RAISED,
    /** On already, and more severe now. */
    WORSE,
    /** Good for as many runs in a row as {@link AlertSettings#clearAfter()}. */
    CLEARED
}
