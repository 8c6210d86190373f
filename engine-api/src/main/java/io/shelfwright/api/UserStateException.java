package io.shelfwright.api;

import org.jspecify.annotations.Nullable;

/** A user's state could not be read or written; nothing was half-written. */
public final class UserStateException extends ShelfwrightException {
    private static final long serialVersionUID = 1L;

    public UserStateException(String message) {
        super(message, null);
    }

    public UserStateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
