package io.shelfwright.learning.beam;

import io.shelfwright.learning.validation.statistics.StatisticsTree;
import io.shelfwright.learning.validation.stored.StatisticsSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.transforms.Combine;

/** Merges statistics of files, in whatever groups they come, to the same bits. */
final class MergeStatistics extends Combine.CombineFn<byte[], StatisticsTree, byte[]> {
    private static final long serialVersionUID = 1L;

    @Override
    public StatisticsTree createAccumulator() {
        return new StatisticsTree(StatisticsSpec.OPTIONS);
    }

    @Override
    public StatisticsTree addInput(StatisticsTree merged, byte[] part) {
        return merged.merge(StatisticsTree.read(part, StatisticsSpec.OPTIONS));
    }

    @Override
    public StatisticsTree mergeAccumulators(Iterable<StatisticsTree> trees) {
        StatisticsTree merged = createAccumulator();
        trees.forEach(merged::merge);
        return merged;
    }

    @Override
    public byte[] extractOutput(StatisticsTree merged) {
        return merged.bytes();
    }

    @Override
    public Coder<StatisticsTree> getAccumulatorCoder(CoderRegistry registry, Coder<byte[]> input) {
        return new TreeCoder();
    }

    /** Trees as bytes behind their size. */
    private static final class TreeCoder extends CustomCoder<StatisticsTree> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(StatisticsTree tree, OutputStream out) throws IOException {
            ByteArrayCoder.of().encode(tree.bytes(), out);
        }

        @Override
        public StatisticsTree decode(InputStream in) throws IOException {
            return StatisticsTree.read(ByteArrayCoder.of().decode(in), StatisticsSpec.OPTIONS);
        }

        @Override
        public void verifyDeterministic() {}
    }
}
