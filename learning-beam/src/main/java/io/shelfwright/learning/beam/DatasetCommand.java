package io.shelfwright.learning.beam;

import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.dataset.DatasetJob;
import io.shelfwright.learning.dataset.DatasetSpec;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.StoredDataset;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "dataset",
        description = {
            "Makes a dataset of an experience log: join, label, sample, write.",
            "On a cluster, log and datasets must lie under the same path on every machine."
        },
        footer = {
            "",
            "Example: java -jar shelfwright-learning-beam.jar dataset --spec spec.json --flink-master host:8081"
        })
final class DatasetCommand implements Callable<Integer> {
    @Option(
            names = "--spec",
            required = true,
            paramLabel = "FILE",
            description = "What to make, as 'shelfwright datasets make --engine beam' writes it.")
    private Path file = Path.of("");

    @Mixin
    private FlinkOptions flink = new FlinkOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getOut();
        DatasetSpec wanted = DatasetSpec.read(file);
        PluginRegistry plugins = PluginRegistry.discover(DatasetCommand.class.getClassLoader());
        StoredDataset made = new DatasetJob(new DatasetStore(Path.of(wanted.datasets())), ShardFormat.discover())
                .run(
                        wanted.request(plugins, flink.run().parallelism(), out::println),
                        new BeamExecutor(wanted, flink.run()));
        out.println("dataset " + made.version() + " has " + made.manifest().rows() + " rows");
        return 0;
    }
}
