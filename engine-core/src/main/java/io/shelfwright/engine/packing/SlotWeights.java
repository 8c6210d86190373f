package io.shelfwright.engine.packing;

/**
 * The examination of each row's slots, best slot first.
 *
 * <p>A row of n cards uses its first n columns. Where the examination falls along the row, the best slot is column 0; where it
 * does not, the n columns are sorted, so that the auction and the pricing may rely on falling weights; {@link #column} leads
 * back to the column on the page.
 */
final class SlotWeights {
    private final int columns;
    private final double[] raw;
    private final double[] sorted;
    private final int[] order;
    private final boolean[] falling;

    SlotWeights(double[][] examination, int rows, int columns) {
        this.columns = columns;
        raw = new double[rows * columns];
        falling = new boolean[rows];
        boolean all = true;
        for (int r = 0; r < rows; r++) {
            falling[r] = true;
            for (int k = 0; k < columns; k++) {
                double e = examination[r][k];
                raw[r * columns + k] = e > 0 && e < Double.POSITIVE_INFINITY ? e : 0;
                falling[r] &= k == 0 || raw[r * columns + k] <= raw[r * columns + k - 1];
            }
            all &= falling[r];
        }
        sorted = all ? raw : new double[rows * columns * (columns + 1)];
        order = all ? new int[0] : new int[rows * columns * (columns + 1)];
        if (!all) {
            sortRows(rows);
        }
    }

    private void sortRows(int rows) {
        System.arraycopy(raw, 0, sorted, 0, raw.length);
        for (int r = 0; r < rows; r++) {
            for (int n = 1; n <= columns && !falling[r]; n++) {
                int base = table(r, n);
                for (int k = 0; k < n; k++) {
                    double e = raw[r * columns + k];
                    int to = k;
                    while (to > 0 && sorted[base + to - 1] < e) {
                        sorted[base + to] = sorted[base + to - 1];
                        order[base + to] = order[base + to - 1];
                        to--;
                    }
                    sorted[base + to] = e;
                    order[base + to] = k;
                }
            }
        }
    }

    private int table(int row, int n) {
        return (n * (raw.length / columns) + row) * columns;
    }

    /** All weights; a row's begin at {@link #at}. */
    double[] values() {
        return sorted;
    }

    /** Returns where in {@link #values} the weights of a row of n cards begin, the largest first. */
    int at(int row, int n) {
        return falling[row] ? row * columns : table(row, n);
    }

    /** Returns the page's column of the slot with the given rank among the first n columns of a row. */
    int column(int row, int n, int rank) {
        return falling[row] ? rank : order[table(row, n) + rank];
    }

    /** Returns the largest factor by which a slot of one row is seen more often than the same slot of another. */
    double ratio(int row, int other) {
        double most = 0;
        for (int k = 0; k < columns; k++) {
            double e = raw[row * columns + k];
            double f = raw[other * columns + k];
            most = Math.max(most, e == 0 ? 0 : e / f);
        }
        return most;
    }

    /** Returns the sum of a row's weights. */
    double mass(int row) {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
            sum += raw[row * columns + k];
        }
        return sum;
    }
}
