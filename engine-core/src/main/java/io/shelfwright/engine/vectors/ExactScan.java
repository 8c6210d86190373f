package io.shelfwright.engine.vectors;

import io.shelfwright.spi.NearestItems;
import java.util.function.IntPredicate;

/** Finds nearest items by looking at all of them: exact, and no memory beside the vectors. */
final class ExactScan {
    private static final int BLOCK = 512;

    private final Matrix matrix;
    private final byte[] origins;
    private final float[] norms;

    ExactScan(Matrix matrix, byte[] origins, float[] norms) {
        this.matrix = matrix;
        this.origins = origins;
        this.norms = norms;
    }

    /** Returns the items with the greatest dot products. */
    NearestItems nearest(float[] query, int k, IntPredicate accept) {
        return scan(query, Float.NaN, k, accept);
    }

    /** Returns the items with the greatest cosines with a vector of a length. */
    NearestItems similar(float[] query, float length, int k, IntPredicate accept) {
        return scan(query, length, k, accept);
    }

    /** Asks the filter only for items that would be kept, which are few: a filter may cost more than a dot product. */
    private NearestItems scan(float[] query, float length, int k, IntPredicate accept) {
        NearestHeap heap = new NearestHeap(Math.min(k, origins.length));
        float[] dots = new float[BLOCK];
        boolean cosine = !Float.isNaN(length);
        for (int from = 0; from < origins.length; from += BLOCK) {
            int to = Math.min(origins.length, from + BLOCK);
            matrix.dots(query, from, to, dots);
            for (int item = from; item < to; item++) {
                if (origins[item] == 0) {
                    continue;
                }
                float score = cosine ? (float) Cosine.of(dots[item - from], length, norms[item]) : dots[item - from];
                if (heap.takes(item, score) && accept.test(item)) {
                    heap.add(item, score);
                }
            }
        }
        return heap.drain();
    }
}
