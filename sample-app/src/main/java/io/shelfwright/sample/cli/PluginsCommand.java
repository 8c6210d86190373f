package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "plugins", description = "Lists the plugins that were found and what they can make.")
final class PluginsCommand implements Runnable {
    private static final String AS_JSON = "Print one JSON array, an object a plugin.";

    @Option(names = "--json", description = AS_JSON)
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        list(json);
    }

    @Command(name = "list", description = "Lists plugins with their origin and factories.")
    int list(@Option(names = "--json", description = AS_JSON) boolean asJson) {
        PrintWriter out = Printing.out(spec);
        PluginRegistry registry = PluginRegistry.discover(PluginsCommand.class.getClassLoader());
        if (asJson) {
            ArrayNode plugins = Printing.JSON.createArrayNode();
            registry.plugins().forEach(plugin -> describe(plugin, plugins.addObject()));
            out.println(Printing.pretty(plugins));
            return 0;
        }
        for (ShelfwrightPlugin plugin : registry.plugins()) {
            out.println(plugin.id() + "  (" + plugin.getClass().getName() + ")");
            for (PluginKind<?> kind : PluginKind.ALL) {
                print(out, plugin, kind);
            }
        }
        return 0;
    }

    private static <T> void print(PrintWriter out, ShelfwrightPlugin plugin, PluginKind<T> kind) {
        for (PluginFactory<T> factory : kind.list().apply(plugin)) {
            out.printf("    %-18s %-22s %s%n", kind.name(), factory.name(), factory.description());
        }
    }

    private static void describe(ShelfwrightPlugin plugin, ObjectNode described) {
        described.put("id", plugin.id()).put("class", plugin.getClass().getName());
        ArrayNode factories = described.putArray("factories");
        for (PluginKind<?> kind : PluginKind.ALL) {
            for (PluginFactory<?> factory : kind.list().apply(plugin)) {
                factories
                        .addObject()
                        .put("kind", kind.name())
                        .put("name", factory.name())
                        .put("description", factory.description());
            }
        }
    }
}
