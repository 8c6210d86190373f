package io.shelfwright.api;

import org.jspecify.annotations.Nullable;

/** A request or an interaction that breaks its contract; the message says what is allowed. */
public final class BadRequestException extends ShelfwrightException {
    private static final long serialVersionUID = 1L;

    public BadRequestException(String message) {
        super(message, null);
    }

    public BadRequestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
