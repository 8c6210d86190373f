package io.shelfwright.engine.plugins;

import io.shelfwright.engine.discovery.LoaderScope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The context class loader of a thread while a plugin runs on it.
 *
 * <p>Libraries look up services and resources through it. It is put back afterwards, so that no thread keeps the loader of a
 * plugin that was taken out.
 */
public final class ContextLoader {
    private static final ClassLoader ENGINE = engine();

    private ContextLoader() {}

    private static ClassLoader engine() {
        ClassLoader own = ContextLoader.class.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    /** Returns the loader of an object's class, the engine's where it has none. */
    public static ClassLoader of(@Nullable Object plugin) {
        ClassLoader loader = plugin == null ? null : plugin.getClass().getClassLoader();
        return loader == null ? ENGINE : loader;
    }

    /** Returns the loader of an object's class; where that is the engine's, the one of the plugin that made the object. */
    static ClassLoader of(Object made, ClassLoader plugin) {
        ClassLoader own = of(made);
        return own == ENGINE ? plugin : own;
    }

    /** Makes work run with a loader, whatever thread calls it. */
    public static <R> R call(ClassLoader loader, Callable<R> work) throws Exception {
        try (LoaderScope scope = LoaderScope.of(loader)) {
            return work.call();
        }
    }

    /** Puts the engine's loader on a thread that is the engine's own. */
    static void reset(Thread thread) {
        thread.setContextClassLoader(ENGINE);
    }
}
