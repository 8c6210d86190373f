package io.shelfwright.engine.plugins;

import io.shelfwright.api.PluginInfo;
import io.shelfwright.api.PluginInfo.State;
import io.shelfwright.engine.discovery.LoadedPlugin;

/** Describes loaded plugins to people and monitoring. */
public final class PluginInfos {
    private PluginInfos() {}

    /**
     * Describes a plugin.
     *
     * @param registry knows its factories
     * @param reloadable whether it may be loaded anew
     */
    public static PluginInfo of(LoadedPlugin plugin, PluginRegistry registry, boolean reloadable, State state) {
        return new PluginInfo(
                plugin.id(),
                plugin.version(),
                plugin.origin(),
                plugin.apiRange(),
                plugin.content(),
                reloadable,
                registry.factories(plugin),
                state);
    }
}
