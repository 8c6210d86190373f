package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.discovery.ClassPathPluginSource;
import io.shelfwright.engine.discovery.DirectoryPluginSource;
import io.shelfwright.engine.discovery.PluginSource;
import io.shelfwright.engine.discovery.SharedPackages;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Loads plugins as an engine would, without serving anything.",
            "Exit code 1 if there is any problem; all of them are printed."
        },
        footer = {
            "",
            "Examples: shelfwright plugins check target/acme-ranker-1.0.jar",
            "          shelfwright plugins check my-data/plugins"
        })
final class PluginsCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR|JAR", description = "A plugin directory, or one plugin: a jar or a zip.")
    private Path path = Path.of("");

    @Option(
            names = "--shared-packages",
            paramLabel = "P,Q",
            split = ",",
            description = "What the configuration has as plugins.shared-packages.")
    private List<String> shared = new ArrayList<>();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.exists(path)) {
            throw new BadRequestException("there is no file or directory '" + path + "' to check");
        }
        PrintWriter out = Printing.out(spec);
        try (ConfiguredPlugins plugins = ConfiguredPlugins.survey(sources())) {
            List<String> problems = plugins.problems();
            long good = plugins.loaded().stream()
                    .filter(plugin -> plugin.ownLoader())
                    .count();
            if (json) {
                ObjectNode result = Printing.JSON.createObjectNode().put("good", problems.isEmpty());
                ArrayNode list = result.putArray("problems");
                problems.forEach(list::add);
                result.put("loaded", good);
                out.println(Printing.pretty(result));
            } else if (problems.isEmpty() && good == 0) {
                out.println("there is no plugin in " + path
                        + "; each *.jar, each *.zip of jars and each sub-directory of jars is one");
            } else if (problems.isEmpty()) {
                out.println(good + (good == 1 ? " plugin is good:" : " plugins are good:"));
                plugins.loaded().stream()
                        .filter(plugin -> plugin.ownLoader())
                        .forEach(plugin -> out.println("  " + plugin.title() + ", for API " + plugin.apiRange()));
            } else {
                out.println(problems.size() + (problems.size() == 1 ? " problem:" : " problems:"));
                problems.forEach(problem -> out.println("  " + problem));
            }
            return problems.isEmpty() ? 0 : 1;
        }
    }

    /** The plugins of the class path are there too, so that two of one id or name are found. */
    private List<PluginSource> sources() {
        ClassLoader host = PluginsCheckCommand.class.getClassLoader();
        SharedPackages packages;
        try {
            packages = SharedPackages.with(shared);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()), e);
        }
        return List.of(
                new ClassPathPluginSource(host),
                Files.isDirectory(path)
                        ? DirectoryPluginSource.of(path, packages, host)
                        : DirectoryPluginSource.ofOne(path, packages, host));
    }
}
