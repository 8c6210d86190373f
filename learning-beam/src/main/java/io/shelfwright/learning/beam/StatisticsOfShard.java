package io.shelfwright.learning.beam;

import io.shelfwright.learning.validation.stored.ShardStatistics;
import io.shelfwright.learning.validation.stored.StatisticsSpec;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Makes the statistics of one file of a dataset, and keeps them in the work directory. */
final class StatisticsOfShard extends DoFn<Integer, Void> {
    private static final long serialVersionUID = 1L;

    private final StatisticsSpec spec;
    private final String work;
    private transient @Nullable ShardStatistics logic;

    StatisticsOfShard(StatisticsSpec spec, String work) {
        this.spec = spec;
        this.work = work;
    }

    @Setup
    public void setup() {
        logic = new ShardStatistics(spec, Path.of(work));
    }

    @ProcessElement
    public void make(@Element Integer shard) {
        Objects.requireNonNull(logic, "Beam calls setup first").keep(shard);
    }
}
