package io.shelfwright.vectors.sessions;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws items with chances proportional to a power of their plays. */
final class NoiseDraws {
    private final int[] items;
    private final double[] upTo;

    /** Makes one of plays by item; items without any are never drawn. */
    NoiseDraws(long[] counts, double exponent) {
        items = java.util.stream.IntStream.range(0, counts.length)
                .filter(item -> counts[item] > 0)
                .toArray();
        upTo = new double[items.length];
        double sum = 0;
        for (int at = 0; at < items.length; at++) {
            sum += StrictMath.pow(counts[items[at]], exponent);
            upTo[at] = sum;
        }
    }

    int next(RandomGenerator random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return items[Math.min(items.length - 1, at >= 0 ? at + 1 : -at - 1)];
    }
}
