package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.config.PluginSettings;
import io.shelfwright.engine.discovery.ClassPathPluginSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "plugins",
        description =
                "Lists the plugins that are found and what they can make; checks plugins; reloads those of a demo; begins a new one.",
        subcommands = {PluginsCheckCommand.class, PluginsReloadCommand.class, PluginsNewCommand.class})
final class PluginsCommand implements Runnable {
    private static final String AS_JSON = "Print one JSON array, an object a plugin.";
    private static final String DATA = "Data directory, whose plugin directory is listed too.";

    @Option(names = "--data", paramLabel = "DIR", description = DATA)
    private @Nullable Path data;

    @Option(names = "--json", description = AS_JSON)
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        list(data, json);
    }

    @Command(
            name = "list",
            description = {
                "Lists plugins with version, origin, range of API versions, factories and state.",
                "Exit code 1 if there is one that cannot be loaded."
            },
            footer = {"", "Example: shelfwright plugins list --data my-data"})
    int list(
            @Option(names = "--data", paramLabel = "DIR", description = DATA) @Nullable Path directory,
            @Option(names = "--json", description = AS_JSON) boolean asJson) {
        PrintWriter out = Printing.out(spec);
        try (ConfiguredPlugins plugins = survey(directory)) {
            PluginListing listing = new PluginListing(plugins);
            if (asJson) {
                ArrayNode all = Printing.JSON.createArrayNode();
                listing.describe(all);
                out.println(Printing.pretty(all));
            } else {
                listing.print(out);
            }
            return plugins.problems().isEmpty() ? 0 : 1;
        }
    }

    private static ConfiguredPlugins survey(@Nullable Path directory) {
        ClassLoader host = PluginsCommand.class.getClassLoader();
        if (directory == null) {
            return ConfiguredPlugins.survey(List.of(new ClassPathPluginSource(host)));
        }
        PluginSettings settings = Workspace.create(directory).config().plugins();
        return ConfiguredPlugins.survey(settings, host);
    }
}
