package io.shelfwright.engine.packing;

import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.request.CandidateTable;
import java.util.Arrays;

/** The candidates of each shelf by descending utility, then item id: the total order of the page. */
final class ShelfCandidates {
    private final int[][] byShelf;

    /**
     * Sorts candidates into shelves.
     *
     * @param most candidates kept for a shelf
     */
    ShelfCandidates(RankedCandidates ranked, int most) {
        CandidateTable candidates = ranked.candidates();
        int[] counts = new int[candidates.shelves().size()];
        for (int c = 0; c < candidates.size(); c++) {
            counts[candidates.shelfIndex(c)]++;
        }
        byShelf = new int[counts.length][];
        for (int s = 0; s < counts.length; s++) {
            byShelf[s] = new int[counts[s]];
        }
        int[] filled = new int[counts.length];
        for (int c : order(ranked)) {
            int s = candidates.shelfIndex(c);
            byShelf[s][filled[s]++] = c;
        }
        for (int s = 0; s < byShelf.length; s++) {
            if (byShelf[s].length > most) {
                byShelf[s] = Arrays.copyOf(byShelf[s], most);
            }
        }
    }

    /** Returns the candidates of a shelf, best first; do not change them. */
    int[] of(int shelf) {
        return byShelf[shelf];
    }

    /** Sorts without boxing: the high bits of the key are the utility's order, the low ones the candidate. */
    private static int[] order(RankedCandidates ranked) {
        int n = ranked.candidates().size();
        long[] keys = new long[n];
        double[] utilities = ranked.utilities();
        int[] rank = new int[n];
        double[] sorted = utilities.clone();
        Arrays.sort(sorted);
        for (int c = 0; c < n; c++) {
            rank[c] = n - 1 - firstAtLeast(sorted, utilities[c]);
            keys[c] = ((long) rank[c] << 32) | ranked.candidates().itemIndex(c);
        }
        // Item indices ascend with item ids, so equal utilities are ordered by id. Several candidates may share a key
        // (one item on two shelves), and they are on different shelves, so their mutual order does not matter.
        return orderByKey(keys);
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] orderByKey(long[] keys) {
        int n = keys.length;
        int[] order = new int[n];
        int[] scratch = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        mergeSort(order, scratch, keys, 0, n);
        return order;
    }

    private static void mergeSort(int[] order, int[] scratch, long[] keys, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(order, scratch, keys, from, middle);
        mergeSort(order, scratch, keys, middle, to);
        if (keys[order[middle - 1]] <= keys[order[middle]]) {
            return;
        }
        System.arraycopy(order, from, scratch, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = left < middle && (right >= to || keys[scratch[left]] <= keys[scratch[right]]);
            order[i] = takeLeft ? scratch[left++] : scratch[right++];
        }
    }
}
