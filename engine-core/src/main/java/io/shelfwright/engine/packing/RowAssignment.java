package io.shelfwright.engine.packing;

import java.util.Arrays;

/**
 * The best shelves for the rows of a matrix of earnings, a row at a time over shortest paths (Kuhn 1955; Jonker, Volgenant
 * 1987).
 */
final class RowAssignment {
    private final int rows;
    private final int shelves;
    private final int width;
    private final double[] cost;
    private final double[] u;
    private final double[] v;
    private final int[] rowOf;
    private final int[] way;
    private final double[] slack;
    private final boolean[] done;

    RowAssignment(int rows, int shelves) {
        this.rows = rows;
        this.shelves = shelves;
        width = shelves + rows;
        cost = new double[rows * width];
        u = new double[rows + 1];
        v = new double[width + 1];
        rowOf = new int[width + 1];
        way = new int[width + 1];
        slack = new double[width + 1];
        done = new boolean[width + 1];
    }

    /** Sets what a shelf earns in a row, {@link PricedMatrix#IMPOSSIBLE} where it may not stand. */
    void set(int row, int shelf, double earnings) {
        cost[row * width + shelf] = -earnings;
    }

    /** Solves and writes the shelf of each row, -1 for a row better left empty; a row that must be filled never is. */
    void solve(boolean[] mustFill, int[] shelfOfRow) {
        Arrays.fill(u, 0);
        Arrays.fill(v, 0);
        Arrays.fill(rowOf, 0);
        double never = forbid(mustFill);
        for (int r = 1; r <= rows; r++) {
            addRow(r);
        }
        Arrays.fill(shelfOfRow, -1);
        for (int j = 1; j <= shelves; j++) {
            if (rowOf[j] > 0 && cost[(rowOf[j] - 1) * width + j - 1] < never) {
                shelfOfRow[rowOf[j] - 1] = j - 1;
            }
        }
    }

    /** Gives what may not be a cost above any sum of others, no larger than needed, so that the small ones keep their digits. */
    private double forbid(boolean[] mustFill) {
        double largest = 0;
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < shelves; s++) {
                double x = Math.abs(cost[r * width + s]);
                largest = x > largest && x < Double.POSITIVE_INFINITY ? x : largest;
            }
        }
        double never = 1 + 2 * rows * largest;
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < shelves; s++) {
                cost[r * width + s] = Math.min(cost[r * width + s], never);
            }
            Arrays.fill(cost, r * width + shelves, (r + 1) * width, never);
            cost[r * width + shelves + r] = mustFill[r] ? never : 0;
        }
        return never;
    }

    private void addRow(int r) {
        rowOf[0] = r;
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        Arrays.fill(done, false);
        int j0 = 0;
        do {
            done[j0] = true;
            int i0 = rowOf[j0];
            int base = (i0 - 1) * width - 1;
            double delta = Double.POSITIVE_INFINITY;
            int j1 = 0;
            for (int j = 1; j <= width; j++) {
                if (!done[j]) {
                    double reduced = cost[base + j] - u[i0] - v[j];
                    if (reduced < slack[j]) {
                        slack[j] = reduced;
                        way[j] = j0;
                    }
                    if (slack[j] < delta) {
                        delta = slack[j];
                        j1 = j;
                    }
                }
            }
            for (int j = 0; j <= width; j++) {
                if (done[j]) {
                    u[rowOf[j]] += delta;
                    v[j] -= delta;
                } else {
                    slack[j] -= delta;
                }
            }
            j0 = j1;
        } while (rowOf[j0] != 0);
        while (j0 != 0) {
            int j1 = way[j0];
            rowOf[j0] = rowOf[j1];
            j0 = j1;
        }
    }
}
