package io.shelfwright.vectors;

import java.util.Arrays;

/**
 * Says who played what: a sparse matrix of users and items in compressed rows, each row ascending by item without repeats.
 *
 * <p>Takes 8 bytes a pair and 4 a user. Immutable; the arrays that are returned are shared: do not change them.
 */
public final class Interactions {
    private final int items;
    private final int[] starts;
    private final int[] columns;
    private final float[] weights;

    private Interactions(int items, int[] starts, int[] columns, float[] weights) {
        this.items = items;
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
    }

    /** Returns the matrix of rows in which every pair weighs 1. */
    public static Interactions of(int items, int[][] rows) {
        float[][] ones = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            ones[row] = new float[rows[row].length];
            Arrays.fill(ones[row], 1);
        }
        return of(items, rows, ones);
    }

    /**
     * Returns the matrix of rows.
     *
     * @param items number of items
     * @param rows items of each user, 0 to items - 1, ascending, without repeats
     * @param weights weight of each of them, such as the number of plays; above 0 and finite
     * @throws IllegalArgumentException if a row is not so, naming it
     */
    public static Interactions of(int items, int[][] rows, float[][] weights) {
        long size = 0;
        for (int[] row : rows) {
            size += row.length;
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    size + " pairs of user and item are too many; allowed are " + (Integer.MAX_VALUE - 8));
        }
        int[] starts = new int[rows.length + 1];
        int[] columns = new int[(int) size];
        float[] values = new float[(int) size];
        for (int row = 0; row < rows.length; row++) {
            check(row, rows[row], weights[row], items);
            System.arraycopy(rows[row], 0, columns, starts[row], rows[row].length);
            System.arraycopy(weights[row], 0, values, starts[row], rows[row].length);
            starts[row + 1] = starts[row] + rows[row].length;
        }
        return new Interactions(items, starts, columns, values);
    }

    private static void check(int row, int[] columns, float[] weights, int items) {
        int last = -1;
        for (int k = 0; k < columns.length; k++) {
            if (columns[k] <= last || columns[k] >= items) {
                throw new IllegalArgumentException("row " + row + " has the item " + columns[k] + " after " + last
                        + "; allowed are ascending items below " + items + " without repeats");
            }
            if (!(weights[k] > 0) || Float.isInfinite(weights[k])) {
                throw new IllegalArgumentException(
                        "row " + row + " has the weight " + weights[k] + "; allowed are finite numbers above 0");
            }
            last = columns[k];
        }
    }

    public int users() {
        return starts.length - 1;
    }

    public int items() {
        return items;
    }

    /** Returns the number of pairs. */
    public int size() {
        return columns.length;
    }

    /** Returns where a user's pairs begin; they end where those of the next begin. */
    public int start(int user) {
        return starts[user];
    }

    /** Returns how many items a user has. */
    public int count(int user) {
        return starts[user + 1] - starts[user];
    }

    /** Returns the item of every pair. */
    public int[] columns() {
        return columns;
    }

    /** Returns the weight of every pair. */
    public float[] weights() {
        return weights;
    }

    /** Returns a copy of a user's items. */
    public int[] row(int user) {
        return Arrays.copyOfRange(columns, starts[user], starts[user + 1]);
    }

    /** Returns a copy of the weights of a user's items. */
    public float[] rowWeights(int user) {
        return Arrays.copyOfRange(weights, starts[user], starts[user + 1]);
    }

    /** Returns how many users each item has. */
    public int[] usersOfItems() {
        int[] counts = new int[items];
        for (int item : columns) {
            counts[item]++;
        }
        return counts;
    }

    /** Returns the matrix with items as rows and users as columns. */
    public Interactions transposed() {
        int[] next = new int[items + 1];
        for (int item : columns) {
            next[item + 1]++;
        }
        for (int item = 0; item < items; item++) {
            next[item + 1] += next[item];
        }
        int[] rows = next.clone();
        int[] users = new int[columns.length];
        float[] values = new float[columns.length];
        for (int user = 0; user < users(); user++) {
            for (int at = starts[user]; at < starts[user + 1]; at++) {
                int to = next[columns[at]]++;
                users[to] = user;
                values[to] = weights[at];
            }
        }
        return new Interactions(users(), rows, users, values);
    }
}
