package io.shelfwright.learning.validation.statistics;

import java.util.Arrays;

/** Sorts numbers and moves a second array along; stable. */
final class PairSort {
    private static final int SMALL = 24;

    private PairSort() {}

    static void sort(double[] keys, double[] along, int size) {
        boolean uniform = true;
        for (int i = 1; uniform && i < size; i++) {
            uniform = along[i] == along[0];
        }
        if (uniform) {
            Arrays.sort(keys, 0, size);
            return;
        }
        merge(keys, along, Arrays.copyOf(keys, size), Arrays.copyOf(along, size), 0, size);
    }

    /** Sorts {@code from..to} of the first pair; the second holds the same and is used up. */
    private static void merge(double[] keys, double[] along, double[] keyCopy, double[] alongCopy, int from, int to) {
        if (to - from <= SMALL) {
            insert(keys, along, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        merge(keyCopy, alongCopy, keys, along, from, middle);
        merge(keyCopy, alongCopy, keys, along, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean mine = right >= to || (left < middle && keyCopy[left] <= keyCopy[right]);
            int source = mine ? left++ : right++;
            keys[i] = keyCopy[source];
            along[i] = alongCopy[source];
        }
    }

    private static void insert(double[] keys, double[] along, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double key = keys[i];
            double moved = along[i];
            int at = i - 1;
            while (at >= from && keys[at] > key) {
                keys[at + 1] = keys[at];
                along[at + 1] = along[at];
                at--;
            }
            keys[at + 1] = key;
            along[at + 1] = moved;
        }
    }
}
