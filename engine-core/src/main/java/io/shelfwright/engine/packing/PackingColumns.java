package io.shelfwright.engine.packing;

import io.shelfwright.spi.PackingProblem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A packing problem as columns of numbers: the candidates of all shelves in one run of arrays, each shelf's best first.
 *
 * <p>What the contract of {@link PackingProblem} excludes and a careless caller may still hand over (values that are not finite
 * or below 0, an item twice on a shelf, an item number out of range) is left out here, once, so that no later step meets it.
 */
final class PackingColumns {
    final int rows;
    final int columns;
    final int shelves;
    final int items;
    final int kinds;
    final int quota;
    final boolean apart;
    final SlotWeights weights;

    /** Candidates of shelf s are the positions start[s] to start[s + 1] - 1, values falling, ties by place in the problem. */
    final int[] start;

    final int[] item;
    final double[] value;
    final int[] source;

    final int[] kind;
    final int[] min;
    final int[] cap;

    /** Whether the shelf can be shown at all. */
    final boolean[] usable;

    /** Row of each shelf that is pinned, -1 for the others. */
    final int[] pin;

    /** Shelf that is pinned to each row, -1 where none is. */
    final int[] pinned;

    PackingColumns(PackingProblem problem) {
        rows = Math.max(0, problem.rows());
        columns = Math.max(0, problem.columns());
        shelves = problem.shelves().size();
        items = Math.max(0, problem.itemCount());
        quota = problem.maxShelvesPerKind();
        apart = problem.noSameKindNeighbours();
        checkShape(problem.examination());
        weights = new SlotWeights(problem.examination(), rows, columns);
        start = new int[shelves + 1];
        kind = new int[shelves];
        min = new int[shelves];
        cap = new int[shelves];
        usable = new boolean[shelves];
        pin = new int[shelves];
        pinned = new int[rows];
        Arrays.fill(pin, -1);
        Arrays.fill(pinned, -1);
        int total = 0;
        for (PackingProblem.Shelf shelf : problem.shelves()) {
            total += Math.min(shelf.items().length, shelf.values().length);
        }
        item = new int[total];
        value = new double[total];
        source = new int[total];
        Map<String, Integer> kindIds = new HashMap<>();
        int[] seen = new int[items];
        long[] keys = new long[total];
        for (int s = 0; s < shelves; s++) {
            PackingProblem.Shelf shelf = problem.shelves().get(s);
            Integer id = kindIds.putIfAbsent(shelf.kind(), kindIds.size());
            kind[s] = id == null ? kindIds.size() - 1 : id;
            addCandidates(s, shelf, keys, seen);
            int count = start[s + 1] - start[s];
            min[s] = Math.max(1, shelf.minCards());
            cap[s] = Math.max(0, Math.min(Math.min(columns, shelf.maxCards()), count));
            usable[s] = min[s] <= cap[s] && quota > 0 && shelf.pinnedRow() >= -1 && shelf.pinnedRow() < rows;
        }
        kinds = kindIds.size();
        PinPlan.apply(problem, this);
    }

    /**
     * Sorts a shelf's candidates as plain numbers: the low bits of each value give way to its place, which keeps ties in order
     * and costs a relative 1e-11 of precision in the order only.
     */
    private void addCandidates(int s, PackingProblem.Shelf shelf, long[] keys, int[] seen) {
        int[] shelfItems = shelf.items();
        double[] values = shelf.values();
        int from = start[s];
        int size = Math.min(shelfItems.length, values.length);
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, size));
        long mask = (1L << bits) - 1;
        int kept = from;
        for (int i = 0; i < size; i++) {
            double v = values[i];
            if (v >= 0 && v < Double.POSITIVE_INFINITY && shelfItems[i] >= 0 && shelfItems[i] < items) {
                keys[kept++] = (Double.doubleToRawLongBits(v + 0.0) & ~mask) | (mask - i);
            }
        }
        Arrays.sort(keys, from, kept);
        int to = from;
        for (int i = kept - 1; i >= from; i--) {
            int place = (int) (mask - (keys[i] & mask));
            if (seen[shelfItems[place]] != s + 1) {
                seen[shelfItems[place]] = s + 1;
                item[to] = shelfItems[place];
                value[to] = values[place];
                source[to] = place;
                to++;
            }
        }
        start[s + 1] = to;
    }

    private void checkShape(double[][] examination) {
        boolean fits = examination.length >= rows;
        for (int r = 0; r < rows && fits; r++) {
            fits = examination[r].length >= columns;
        }
        if (!fits) {
            throw new IllegalArgumentException("examination must have " + rows + " rows of " + columns
                    + " columns, one number for each slot of the page");
        }
    }

    int count(int shelf) {
        return start[shelf + 1] - start[shelf];
    }
}
