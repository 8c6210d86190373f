package io.shelfwright.engine.reload;

import io.shelfwright.api.PluginInfo;
import io.shelfwright.api.PluginInfo.State;
import io.shelfwright.engine.discovery.LoadedPlugin;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plugin on its way out: in use by requests that began before, then closed, then gone. Refers to it weakly. */
final class Departure {
    private final String title;
    private final PluginInfo info;
    private final WeakReference<ClassLoader> loader;
    private volatile boolean closed;
    private volatile boolean leaked;
    private @Nullable UnloadSentinel sentinel;

    Departure(LoadedPlugin plugin, Map<String, List<String>> factories) {
        title = plugin.title();
        loader = new WeakReference<>(plugin.loader());
        info = new PluginInfo(
                plugin.id(),
                plugin.version(),
                plugin.origin(),
                plugin.apiRange(),
                plugin.content(),
                plugin.reloadable(),
                factories,
                State.DRAINING);
    }

    String title() {
        return title;
    }

    String id() {
        return info.id();
    }

    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    boolean gone() {
        return closed && loader.get() == null;
    }

    boolean leaked() {
        return leaked;
    }

    boolean uses(ClassLoader other) {
        return loader.get() == other;
    }

    /** Looks once more; true when it is certain for the first time that something holds the loader. */
    synchronized boolean foundLeaked() {
        if (gone() || leaked) {
            return false;
        }
        if (sentinel == null) {
            sentinel = UnloadSentinel.letGo();
        }
        leaked = sentinel.gone() && loader.get() != null;
        return leaked;
    }

    /** Returns it for monitoring. */
    PluginInfo info() {
        return new PluginInfo(
                info.id(),
                info.version(),
                info.origin(),
                info.apiRange(),
                info.content(),
                info.reloadable(),
                info.factories(),
                leaked ? State.LEAKED : State.DRAINING);
    }
}
