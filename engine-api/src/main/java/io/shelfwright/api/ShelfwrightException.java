package io.shelfwright.api;

import org.jspecify.annotations.Nullable;

/** Every error the engine reports to its caller; the message says what, where, what is allowed and what next. */
public abstract sealed class ShelfwrightException extends RuntimeException
        permits BadRequestException,
                CatalogException,
                ConfigException,
                ExperienceException,
                PluginException,
                SnapshotException,
                UserStateException {
    private static final long serialVersionUID = 1L;

    ShelfwrightException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
