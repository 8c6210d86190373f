package io.shelfwright.learning.beam;

import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.StatisticsTree;
import io.shelfwright.learning.validation.stored.ShardStatistics;
import io.shelfwright.learning.validation.stored.StatisticsJob;
import io.shelfwright.learning.validation.stored.StatisticsSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;

/**
 * Makes the statistics of a dataset with Beam on Flink: a file an element.
 *
 * <p>The parts go through the work directory and are merged here, in the order of the files: exact statistics of many rows are larger
 * than a record that Flink can sort.
 */
final class BeamStatistics implements StatisticsJob.Executor {
    private final FlinkRun run;
    private final Consumer<String> progress;

    BeamStatistics(FlinkRun run, Consumer<String> progress) {
        this.run = run;
        this.progress = progress;
    }

    @Override
    public DatasetStatistics run(StatisticsSpec spec, int shards, Path work) {
        Pipeline pipeline = run.pipeline("shelfwright-statistics");
        List<Integer> numbers = IntStream.range(0, shards).boxed().toList();
        pipeline.apply("files", Create.of(numbers).withCoder(VarIntCoder.of()))
                .apply("spread", Reshuffle.viaRandomKey())
                .apply("statistics of a file", ParDo.of(new StatisticsOfShard(spec, work.toString())));
        progress.accept(run.words());
        try (FileWatch watch =
                new FileWatch("reading rows", shards, () -> ShardStatistics.finished(work, shards), progress)) {
            watch.start();
            pipeline.run().waitUntilFinish();
        }
        if (ShardStatistics.finished(work, shards) < shards) {
            throw new IllegalStateException(work + " lacks parts; on a cluster every machine must see this directory");
        }
        ShardStatistics parts = new ShardStatistics(spec, work);
        StatisticsTree tree = new StatisticsTree(StatisticsSpec.OPTIONS);
        for (int shard = 0; shard < shards; shard++) {
            tree.add(shard, parts.of(shard));
        }
        return tree.whole().orElseThrow();
    }
}
