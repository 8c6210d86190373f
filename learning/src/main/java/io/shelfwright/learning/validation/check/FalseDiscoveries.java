package io.shelfwright.learning.validation.check;

import java.util.Arrays;
import java.util.Comparator;

/** Turns p-values into q-values (Benjamini, Hochberg 1995): calling all of q at most 0.01 makes 1 % of the calls false on average. */
final class FalseDiscoveries {
    private FalseDiscoveries() {}

    /** Returns the q-value of each p-value, in their order. */
    static double[] qValues(double[] pValues) {
        Integer[] order = new Integer[pValues.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
        double[] q = new double[pValues.length];
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, pValues[i] * order.length / rank);
            q[i] = least;
        }
        return q;
    }
}
