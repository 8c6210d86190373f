package io.shelfwright.api;

import org.jspecify.annotations.Nullable;

/** The experience log could not be read or written; the message names the file. */
public final class ExperienceException extends ShelfwrightException {
    private static final long serialVersionUID = 1L;

    public ExperienceException(String message) {
        super(message, null);
    }

    public ExperienceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
