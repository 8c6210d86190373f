package io.shelfwright.jvector;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Points spread over the whole set, which every search scores before it enters the graph.
 *
 * <p>A graph's edges join neighbours. Where points form many clusters, hardly an edge leads from one to another, and a walk
 * from a fixed entry ends in the wrong one; 8 pivots for each root of the number of points find a few of the right one.
 * Immutable.
 */
final class Pivots {
    private static final int PER_ROOT = 8;
    private static final int ENTRIES = 16;
    private static final long SEED = 0x51e1f3;

    private final int[] points;

    private Pivots(int[] points) {
        this.points = points;
    }

    /** Draws pivots among the points 0 to {@code size - 1}, always the same ones. */
    static Pivots of(int size) {
        int count = (int) Math.min(size, Math.ceil(PER_ROOT * Math.sqrt(size)));
        SplittableRandom random = new SplittableRandom(SEED);
        return new Pivots(
                random.ints(0, Math.max(1, size)).distinct().limit(count).toArray());
    }

    /** Returns the number of pivots. */
    int size() {
        return points.length;
    }

    /** Returns the pivots with the highest scores, the best first; at most 16, and none where there are no points. */
    int[] entries(IntToDoubleFunction score) {
        int[] best = new int[Math.min(ENTRIES, points.length)];
        double[] scores = new double[best.length];
        int found = 0;
        for (int point : points) {
            double value = score.applyAsDouble(point);
            if (found == best.length && !(value > scores[found - 1])) {
                continue;
            }
            int place = Math.min(found, best.length - 1);
            while (place > 0 && value > scores[place - 1]) {
                best[place] = best[place - 1];
                scores[place] = scores[place - 1];
                place--;
            }
            best[place] = point;
            scores[place] = value;
            found = Math.min(found + 1, best.length);
        }
        return Arrays.copyOf(best, found);
    }
}
