package io.shelfwright.spi;

import java.util.List;

/**
 * A packed page.
 *
 * @param rows in order of the grid's rows; an empty row has shelf -1
 * @param value sum of examination x value
 * @param steps steps of search that were done after the fast path
 */
public record Packing(List<Row> rows, double value, long steps) {
    public Packing {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param shelf index of the shelf in the problem, -1 for none
     * @param candidates index of each slot's candidate within that shelf, by column
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers on the hot path, compared by nobody
    public record Row(int shelf, int[] candidates) {
        public static final Row EMPTY = new Row(-1, new int[0]);
    }
}
