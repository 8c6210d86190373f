package io.shelfwright.learning.beam;

import io.shelfwright.learning.uservectors.ShardVectors;
import io.shelfwright.learning.uservectors.UserVectorsSpec;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Computes the vectors of the users of one shard. */
final class VectorsOfShard extends DoFn<Integer, Void> {
    private static final long serialVersionUID = 1L;

    private final UserVectorsSpec spec;
    private transient @Nullable ShardVectors logic;

    VectorsOfShard(UserVectorsSpec spec) {
        this.spec = spec;
    }

    @Setup
    public void setup() {
        logic = new ShardVectors(spec);
    }

    @ProcessElement
    public void make(@Element Integer shard) {
        Objects.requireNonNull(logic, "Beam calls setup first").make(shard);
    }
}
