package io.shelfwright.learning.validation.statistics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Merges the statistics of parts that are numbered {@code 0..n-1}, in any order and in any groups, always to the same bits.
 *
 * <p>Sums of floating point numbers depend on their order. Here parts meet in a fixed binary tree over their numbers (0 and 1, 2 and 3,
 * then those pairs, and so on), whoever brings them when. Parts that arrive in order leave at most the logarithm of their number waiting.
 * What became a sketch is equal up to its rank error only. Not thread-safe.
 */
public final class StatisticsTree {
    private final StatisticsOptions options;
    private final TreeMap<Block, DatasetStatistics> blocks = new TreeMap<>(Block.BY_BEGIN);

    /** The parts from {@code index * 2^level}, {@code 2^level} of them. */
    private record Block(int level, int index) {
        static final Comparator<Block> BY_BEGIN = Comparator.comparingLong(
                        (Block block) -> (long) block.index << block.level)
                .thenComparing(Block::level);

        Block sibling() {
            return new Block(level, index ^ 1);
        }

        Block parent() {
            return new Block(level + 1, index >> 1);
        }

        boolean left() {
            return (index & 1) == 0;
        }
    }

    /** Makes a tree without parts. */
    public StatisticsTree(StatisticsOptions options) {
        this.options = options;
    }

    /**
     * Adds a part, which is taken over.
     *
     * @param part its number, from 0, each once
     */
    public StatisticsTree add(int part, DatasetStatistics statistics) {
        if (part < 0) {
            throw new IllegalArgumentException("part " + part + " has no place; parts are numbered from 0");
        }
        put(new Block(0, part), statistics);
        return this;
    }

    /** Adds what another tree has, which is taken over. */
    public StatisticsTree merge(StatisticsTree other) {
        other.blocks.forEach(this::put);
        return this;
    }

    private void put(Block block, DatasetStatistics statistics) {
        Block at = block;
        DatasetStatistics sum = statistics;
        for (DatasetStatistics other = blocks.remove(at.sibling());
                other != null;
                other = blocks.remove(at.sibling())) {
            sum = at.left() ? sum.merge(other, options) : other.merge(sum, options);
            at = at.parent();
        }
        if (blocks.put(at, sum) != null) {
            throw new IllegalArgumentException("a part was added twice");
        }
    }

    /** Returns the statistics of all parts, empty where there is none; the tree is used up. */
    public Optional<DatasetStatistics> whole() {
        DatasetStatistics sum = null;
        for (DatasetStatistics statistics : blocks.values()) {
            sum = sum == null ? statistics : sum.merge(statistics, options);
        }
        blocks.clear();
        return Optional.ofNullable(sum);
    }

    /** Returns bytes that {@link #read} reads. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(blocks.size());
            for (Map.Entry<Block, DatasetStatistics> entry : blocks.entrySet()) {
                out.writeInt(entry.getKey().level());
                out.writeInt(entry.getKey().index());
                entry.getValue().write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("statistics cannot be encoded", e);
        }
        return bytes.toByteArray();
    }

    /** Returns the tree of some bytes. */
    public static StatisticsTree read(byte[] bytes, StatisticsOptions options) {
        StatisticsTree read = new StatisticsTree(options);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int count = Bytes.size(in); count > 0; count--) {
                Block block = new Block(in.readInt(), in.readInt());
                read.blocks.put(block, DatasetStatistics.read(options, in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that should be statistics are none", e);
        }
        return read;
    }
}
