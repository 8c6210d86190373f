package io.shelfwright.sample.cli;

import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "plugins", description = "Lists the plugins that were found and what they can make.")
final class PluginsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "Lists plugins with their origin and factories.")
    int list() {
        PrintWriter out = Printing.out(spec);
        PluginRegistry registry = PluginRegistry.discover(PluginsCommand.class.getClassLoader());
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
}
