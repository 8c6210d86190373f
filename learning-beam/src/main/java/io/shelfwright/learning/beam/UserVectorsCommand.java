package io.shelfwright.learning.beam;

import io.shelfwright.learning.uservectors.ShardVectors;
import io.shelfwright.learning.uservectors.UserVectorsSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "vectors",
        description = {
            "Computes the vectors of users whose histories were dealt to files; whoever dealt them collects the result.",
            "On a cluster, snapshots and files must lie under the same path on every machine."
        },
        footer = {
            "",
            "Example: java -jar shelfwright-learning-beam.jar vectors --spec spec.json --flink-master host:8081"
        })
final class UserVectorsCommand implements Callable<Integer> {
    @Option(
            names = "--spec",
            required = true,
            paramLabel = "FILE",
            description = "Which users, as 'shelfwright vectors users --engine beam' writes it.")
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
        UserVectorsSpec wanted = UserVectorsSpec.read(file);
        FlinkRun run = flink.run();
        Pipeline pipeline = run.pipeline("shelfwright-user-vectors");
        List<Integer> numbers = IntStream.range(0, wanted.shards()).boxed().toList();
        pipeline.apply("shards", Create.of(numbers).withCoder(VarIntCoder.of()))
                .apply("spread", Reshuffle.viaRandomKey())
                .apply("fold users", ParDo.of(new VectorsOfShard(wanted)));
        out.println(run.words());
        Path work = Path.of(wanted.work());
        int shards = wanted.shards();
        try (FileWatch watch =
                new FileWatch("folding users", shards, () -> ShardVectors.finished(work, shards), out::println)) {
            watch.start();
            pipeline.run().waitUntilFinish();
        }
        return 0;
    }
}
