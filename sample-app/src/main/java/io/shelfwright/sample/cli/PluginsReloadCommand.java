package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.PluginException;
import io.shelfwright.api.PluginReload;
import io.shelfwright.engine.reload.ReloadMailbox;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reload",
        description = {
            "Asks the engine that runs on a data directory to reload plugins, and waits for what it says.",
            "Exit code 1 if it refuses, or none answers; the plugins in use stay in use then."
        },
        footer = {
            "",
            "Examples: shelfwright plugins reload --data my-data               what changed, came or went",
            "          shelfwright plugins reload acme-ranker --data my-data   one plugin, changed or not"
        })
final class PluginsReloadCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "Plugin to reload; all that changed if left out.")
    private String id = "";

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--timeout", paramLabel = "S", description = "Seconds to wait for the engine.", defaultValue = "30")
    private int timeout;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Printing.out(spec);
        ObjectNode result = Printing.JSON.createObjectNode();
        try {
            PluginReload done = new ReloadMailbox(data.open().config().plugins().directory())
                    .ask(id.isEmpty() ? Optional.empty() : Optional.of(id), Duration.ofSeconds(timeout));
            result.put("done", true);
            put(result, "added", done.added());
            put(result, "reloaded", done.reloaded());
            put(result, "removed", done.removed());
            result.put("configHash", done.configHash());
            out.println(json ? Printing.pretty(result) : text(done));
            return 0;
        } catch (PluginException e) {
            result.put("done", false);
            put(result, "problems", e.problems());
            out.println(json ? Printing.pretty(result) : "not reloaded: " + String.join("\n  ", e.problems()));
            return 1;
        }
    }

    private static void put(ObjectNode result, String key, List<String> values) {
        var array = result.putArray(key);
        values.forEach(array::add);
    }

    private static String text(PluginReload done) {
        return done.unchanged()
                ? "nothing changed"
                : "added " + names(done.added()) + ", reloaded " + names(done.reloaded()) + ", removed "
                        + names(done.removed());
    }

    private static String names(List<String> ids) {
        return ids.isEmpty() ? "none" : String.join(" ", ids);
    }
}
