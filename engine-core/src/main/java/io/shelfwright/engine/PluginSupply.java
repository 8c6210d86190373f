package io.shelfwright.engine;

import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.discovery.PluginLoading;
import io.shelfwright.engine.discovery.PluginLocation;
import io.shelfwright.engine.discovery.PluginSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What an engine gets its plugins from.
 *
 * @param given plugins that the host made
 * @param sources where the others are
 */
record PluginSupply(List<LoadedPlugin> given, List<PluginSource> sources) implements AutoCloseable {
    PluginSupply {
        given = List.copyOf(given);
        sources = List.copyOf(sources);
    }

    List<PluginLocation> locate() {
        List<PluginLocation> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(source.locate()));
        return all;
    }

    /** Loads everything; whoever calls holds each plugin. */
    List<LoadedPlugin> load() {
        List<LoadedPlugin> all = new ArrayList<>(PluginLoading.load(locate()));
        all.addAll(given);
        return all;
    }

    @Override
    public void close() {
        for (int i = sources.size() - 1; i >= 0; i--) {
            sources.get(i).close();
        }
    }
}
