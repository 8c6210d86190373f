package io.shelfwright.engine.plugins;

import io.shelfwright.engine.discovery.LoadedPlugin;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The plugins that one generation after another is made of; immutable, and open while anybody holds it.
 *
 * <p>A reload makes another set, which shares the plugins that did not change. Thread-safe.
 */
public final class PluginSet {
    private final PluginRegistry registry;
    private final AtomicInteger holders = new AtomicInteger(1);

    private PluginSet(PluginRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns a set, which whoever calls holds; plugins are let go of with it.
     *
     * @throws io.shelfwright.api.PluginException if they do not go together; then they are let go of
     */
    public static PluginSet of(List<LoadedPlugin> held) {
        try {
            return new PluginSet(PluginRegistry.of(held));
        } catch (RuntimeException e) {
            held.forEach(LoadedPlugin::letGo);
            throw e;
        }
    }

    public PluginRegistry registry() {
        return registry;
    }

    /** Holds it once more; false if it is closed. */
    public boolean hold() {
        return holders.getAndUpdate(n -> n > 0 ? n + 1 : n) > 0;
    }

    /** Lets go of it; the last to do so lets go of its plugins, in reverse order. */
    public void letGo() {
        if (holders.decrementAndGet() == 0) {
            List<LoadedPlugin> plugins = registry.loaded();
            for (int i = plugins.size() - 1; i >= 0; i--) {
                plugins.get(i).letGo();
            }
        }
    }
}
