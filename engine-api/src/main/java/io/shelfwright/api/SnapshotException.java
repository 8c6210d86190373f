package io.shelfwright.api;

import org.jspecify.annotations.Nullable;

/** A snapshot is missing, damaged or does not fit; the one in use stays in use. */
public final class SnapshotException extends ShelfwrightException {
    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message, null);
    }

    public SnapshotException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
