package io.shelfwright.api;

import org.jspecify.annotations.Nullable;

/** The host's catalog could not be read; no page is built from half a catalog. */
public final class CatalogException extends ShelfwrightException {
    private static final long serialVersionUID = 1L;

    public CatalogException(String message) {
        super(message, null);
    }

    public CatalogException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
