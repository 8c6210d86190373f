package io.shelfwright.engine.vectors;

import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.VectorIndex;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** An index and the points that it knows; it says where it had better not be asked. */
final class NeighbourIndex implements AutoCloseable {
    /** Below this share of accepted items a look at all of them is quicker than a walk; measured, see benchmarks. */
    private static final double NARROW = 0.02;

    private static final int SAMPLES = 512;
    private static final long SEED = 0x2c1b3c6d;
    private static final double MOST_VISITED = 0.2;
    private static final int VISITS = 20_000;

    private final SpherePoints points;
    private final VectorIndex index;
    private final int[] sample;

    NeighbourIndex(SpherePoints points, VectorIndex index) {
        this.points = points;
        this.index = index;
        sample = new SplittableRandom(SEED).ints(SAMPLES, 0, points.size()).toArray();
    }

    /** Returns the items found, in any order; null where all items have to be looked at. */
    int @Nullable [] search(float[] vector, int k, IntPredicate accept) {
        float[] query = points.query(vector);
        if (query == null || k < 1 || k > points.size() / 2 || isNarrow(k, accept)) {
            return null;
        }
        int visits = Math.max(VISITS, (int) (MOST_VISITED * points.size()));
        int[] found = index.search(query, k, point -> accept.test(points.item(point)), visits);
        if (found.length < k) {
            return null;
        }
        for (int i = 0; i < found.length; i++) {
            found[i] = points.item(found[i]);
        }
        return found;
    }

    /**
     * Asks about a sample of items, always the same one, so that the same question has the same answer.
     *
     * <p>It is drawn, as places at even distances are all in or all out where a filter has a period too.
     */
    private boolean isNarrow(int k, IntPredicate accept) {
        int accepted = 0;
        for (int point : sample) {
            accepted += accept.test(points.item(point)) ? 1 : 0;
        }
        double share = accepted / (double) SAMPLES;
        return share < NARROW || share * points.size() < 4.0 * k;
    }

    long bytes() {
        return index.bytes();
    }

    @Override
    public void close() {
        index.close();
    }

    /** Scores what was found, best first. */
    static NearestItems scored(int[] found, Score score) {
        NearestHeap heap = new NearestHeap(found.length);
        for (int item : found) {
            heap.add(item, score.of(item));
        }
        return heap.drain();
    }

    /** Score of an item. */
    interface Score {
        float of(int item);
    }
}
