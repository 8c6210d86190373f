package io.shelfwright.engine.discovery;

import java.io.Closeable;
import java.util.function.Predicate;

/**
 * A plugin's class loader.
 *
 * @param loader what its classes and its services entry are read with
 * @param owns which providers on the loader belong to this plugin; a loader shows those of its parents too
 * @param closing gives up the loader and what it was made from, when nothing uses the plugin any more
 */
public record OpenedPlugin(ClassLoader loader, Predicate<Class<?>> owns, Closeable closing) {
    /** Returns a plugin that owns exactly the providers which its loader defines itself. */
    public static OpenedPlugin of(ClassLoader loader, Closeable closing) {
        return new OpenedPlugin(loader, type -> type.getClassLoader() == loader, closing);
    }
}
