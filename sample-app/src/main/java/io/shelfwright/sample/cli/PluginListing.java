package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.spi.PluginFactory;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** Prints plugins that were loaded, and why others were not. */
final class PluginListing {
    private final ConfiguredPlugins plugins;

    PluginListing(ConfiguredPlugins plugins) {
        this.plugins = plugins;
    }

    void print(PrintWriter out) {
        for (LoadedPlugin plugin : sorted()) {
            out.println(plugin.id() + " " + plugin.version()
                    + (plugin.apiRange().isEmpty() ? "" : "  for API " + plugin.apiRange()) + "  " + state(plugin)
                    + "  ("
                    + plugin.origin() + ")");
            for (PluginKind<?> kind : PluginKind.ALL) {
                print(out, plugin, kind);
            }
        }
        for (String problem : plugins.problems()) {
            out.println("refused: " + problem);
        }
    }

    void describe(ArrayNode all) {
        for (LoadedPlugin plugin : sorted()) {
            ObjectNode described = all.addObject()
                    .put("id", plugin.id())
                    .put("version", plugin.version())
                    .put("state", state(plugin))
                    .put("origin", plugin.origin())
                    .put("apiRange", plugin.apiRange())
                    .put("content", plugin.content())
                    .put("class", plugin.plugin().getClass().getName());
            ArrayNode factories = described.putArray("factories");
            for (PluginKind<?> kind : PluginKind.ALL) {
                for (PluginFactory<?> factory : kind.list().apply(plugin.plugin())) {
                    factories
                            .addObject()
                            .put("kind", kind.name())
                            .put("name", factory.name())
                            .put("description", factory.description());
                }
            }
        }
        for (String problem : plugins.problems()) {
            all.addObject().put("state", "refused").put("problem", problem);
        }
    }

    private List<LoadedPlugin> sorted() {
        return plugins.loaded().stream()
                .sorted(Comparator.comparing(LoadedPlugin::id).thenComparing(LoadedPlugin::origin))
                .toList();
    }

    private static String state(LoadedPlugin plugin) {
        return !plugin.ownLoader() ? "class path" : plugin.reloadable() ? "reloadable" : "not reloadable";
    }

    private static <T> void print(PrintWriter out, LoadedPlugin plugin, PluginKind<T> kind) {
        for (PluginFactory<T> factory : kind.list().apply(plugin.plugin())) {
            out.printf("    %-18s %-22s %s%n", kind.name(), factory.name(), factory.description());
        }
    }
}
