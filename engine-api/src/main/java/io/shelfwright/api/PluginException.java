package io.shelfwright.api;

import org.jspecify.annotations.Nullable;

/** A plugin could not be found, created or configured; the message names it and what is allowed. */
public final class PluginException extends ShelfwrightException {
    private static final long serialVersionUID = 1L;

    public PluginException(String message) {
        super(message, null);
    }

    public PluginException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
