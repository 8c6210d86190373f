package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ConfigException;
import io.shelfwright.api.ConfigProblem;
import io.shelfwright.api.PluginException;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.learning.LearningConfig;
import io.shelfwright.sample.data.DataDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Reads a configuration and binds it to the plugins that are there, those of its plugin directory too,"
                    + " without starting anything.",
            "Exit code 1 if there is any problem; all of them are printed."
        })
final class CheckCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** What to check; exactly one is given. */
    static final class Target {
        @Option(
                names = "--config",
                required = true,
                paramLabel = "FILE",
                description = "Configuration, such as DIR/home.conf.")
        private @Nullable Path config;

        @Option(
                names = "--data",
                required = true,
                paramLabel = "DIR",
                description = "Data directory, whose configuration is checked.")
        private @Nullable Path data;

        Path file() {
            if (config != null) {
                return config;
            }
            if (data != null) {
                return DataDirectory.open(data).config();
            }
            throw new BadRequestException("name what to check: --config or --data");
        }
    }

    @Override
    public Integer call() {
        List<ConfigProblem> problems = List.of();
        String good = "";
        String hash = "";
        try {
            EngineConfig read = ConfigReader.read(target.file());
            LearningConfig.of(read);
            try (ConfiguredPlugins plugins =
                    ConfiguredPlugins.load(read.plugins(), CheckCommand.class.getClassLoader())) {
                hash = Blueprint.of(read, plugins.registry()).configHash();
            }
            good = "the configuration is good: " + read.shelves().size() + " shelves, "
                    + read.generators().size() + " generators, "
                    + read.ranking().ladder().size() + " rankers, hash " + hash;
        } catch (ConfigException e) {
            problems = e.problems();
        } catch (PluginException e) {
            problems = e.problems().stream()
                    .map(problem -> new ConfigProblem("plugins", "", problem))
                    .toList();
        }
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(json(problems, hash)));
        } else if (problems.isEmpty()) {
            out.println(good);
        } else {
            out.println(
                    "the configuration has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:"));
            problems.forEach(problem -> out.println("  " + problem));
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private static ObjectNode json(List<ConfigProblem> problems, String hash) {
        ObjectNode result = Printing.JSON.createObjectNode().put("good", problems.isEmpty());
        result.put("configHash", problems.isEmpty() ? hash : null);
        ArrayNode list = result.putArray("problems");
        for (ConfigProblem problem : problems) {
            list.addObject()
                    .put("origin", problem.origin())
                    .put("key", problem.key())
                    .put("message", problem.message());
        }
        return result;
    }
}
