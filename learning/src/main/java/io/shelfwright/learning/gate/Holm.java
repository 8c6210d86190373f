package io.shelfwright.learning.gate;

import java.util.Arrays;
import java.util.Comparator;

/** Holm's step-down procedure (1979): of many tests, the chance that any is rejected wrongly stays below the level. */
final class Holm {
    private Holm() {}

    /** Returns the adjusted p-value of each test: rejected at a level if it is at most that. */
    static double[] adjusted(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        double[] adjusted = new double[p.length];
        double greatest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            greatest = Math.max(greatest, Math.min(1, (p.length - rank) * p[order[rank]]));
            adjusted[order[rank]] = greatest;
        }
        return adjusted;
    }
}
