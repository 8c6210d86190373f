package io.shelfwright.learning.beam;

import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.stored.StatisticsJob;
import io.shelfwright.learning.validation.stored.StatisticsSpec;
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
        name = "statistics",
        description = {
            "Makes the statistics of a dataset and keeps them beside it.",
            "On a cluster, datasets must lie under the same path on every machine."
        },
        footer = {
            "",
            "Example: java -jar shelfwright-learning-beam.jar statistics --spec spec.json --flink-master host:8081"
        })
final class StatisticsCommand implements Callable<Integer> {
    @Option(
            names = "--spec",
            required = true,
            paramLabel = "FILE",
            description = "Of which dataset, as 'shelfwright datasets statistics --engine beam' writes it.")
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
        DatasetStatistics made =
                StatisticsJob.run(StatisticsSpec.read(file), new BeamStatistics(flink.run(), out::println));
        out.println("statistics of " + made.name() + ": " + made.rows() + " rows");
        return 0;
    }
}
