package io.shelfwright.sample.cli;

import io.shelfwright.api.ConfigException;
import io.shelfwright.api.ConfigProblem;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.engine.plugins.PluginRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Reads a configuration and binds it to the plugins that are there, without starting anything.",
            "Exit code 1 if there is any problem; all of them are printed."
        })
final class CheckCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Configuration, such as DIR/home.conf.")
    private Path config = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Printing.out(spec);
        try {
            EngineConfig read = ConfigReader.read(config);
            Blueprint.of(read, PluginRegistry.discover(CheckCommand.class.getClassLoader()));
            out.println("the configuration is good: " + read.shelves().size() + " shelves, "
                    + read.generators().size() + " generators, "
                    + read.ranking().ladder().size() + " rankers, hash " + read.hash());
            return 0;
        } catch (ConfigException e) {
            out.println("the configuration has " + e.problems().size() + " problems:");
            for (ConfigProblem problem : e.problems()) {
                out.println("  " + problem);
            }
            return 1;
        }
    }
}
