package io.shelfwright.engine.packing;

import java.util.Arrays;

/**
 * What each shelf would earn in each row if its cards had to be bought at given prices.
 *
 * <p>One dynamic programme a cell: cards in falling order of value take slots in falling order of weight, which is optimal for
 * any chosen set. Two kinds of card are never needed and left out: those after the cap-th free one (one of the free ones before
 * would do as well), and those that cost more than they bring even in the best slot, unless the minimum needs them.
 */
final class PricedMatrix {
    static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    private final PackingColumns c;

    /** Earnings of shelf s in row r at s * rows + r; {@link #IMPOSSIBLE} where it may not stand. */
    final double[] earnings;

    private final double[] best;
    private final double[] listValue;
    private final double[] listPrice;
    private final int[] listPosition;
    private final boolean[] taken;
    private final int[] offered;
    private int listed;
    private int free;

    PricedMatrix(PackingColumns c) {
        this.c = c;
        earnings = new double[c.shelves * c.rows];
        best = new double[c.columns + 1];
        int longest = 0;
        for (int s = 0; s < c.shelves; s++) {
            longest = Math.max(longest, c.count(s));
        }
        listValue = new double[longest];
        listPrice = new double[longest];
        listPosition = new int[longest];
        offered = new int[longest];
        taken = new boolean[longest * (c.columns + 1)];
    }

    void compute(double[] price) {
        for (int s = 0; s < c.shelves; s++) {
            boolean list = c.usable[s];
            for (int r = 0; r < c.rows; r++) {
                boolean may = c.usable[s] && (c.pinned[r] < 0 ? c.pin[s] < 0 : c.pinned[r] == s);
                if (may && list) {
                    list(s, price);
                    list = false;
                }
                earnings[s * c.rows + r] = may ? earn(s, r) : IMPOSSIBLE;
            }
        }
    }

    /** Adds to use[item] the cards that earn what the matrix says for this shelf in this row. */
    void count(double[] price, int shelf, int row, int[] use) {
        list(shelf, price);
        int kept = trace(shelf, row);
        int k = c.min[shelf];
        for (int n = k + 1; n <= c.cap[shelf]; n++) {
            k = best[n] > best[k] ? n : k;
        }
        for (int i = kept - 1; i >= 0 && k > 0; i--) {
            if (taken[i * (c.columns + 1) + k]) {
                use[c.item[listPosition[offered[i]]]]++;
                k--;
            }
        }
    }

    private void list(int s, double[] price) {
        free = 0;
        listed = 0;
        for (int p = c.start[s]; p < c.start[s + 1] && free < c.cap[s]; p++) {
            double cost = price[c.item[p]];
            listValue[listed] = c.value[p];
            listPrice[listed] = cost;
            listPosition[listed++] = p;
            free += cost == 0 ? 1 : 0;
        }
    }

    private double earn(int s, int row) {
        double[] weight = c.weights.values();
        int cap = c.cap[s];
        int at = c.weights.at(row, cap) - 1;
        double top = free < c.min[s] ? Double.POSITIVE_INFINITY : weight[at + 1];
        Arrays.fill(best, 0, cap + 1, IMPOSSIBLE);
        best[0] = 0;
        int kept = 0;
        for (int i = 0; i < listed; i++) {
            double v = listValue[i];
            double cost = listPrice[i];
            if (cost > 0 && top * v <= cost) {
                continue;
            }
            double above = best[Math.min(cap, ++kept)];
            for (int k = Math.min(cap, kept); k > 0; k--) {
                double below = best[k - 1];
                double with = below + (weight[at + k] * v - cost);
                best[k] = with > above ? with : above;
                above = below;
            }
        }
        double most = IMPOSSIBLE;
        for (int k = c.min[s]; k <= cap; k++) {
            most = Math.max(most, best[k]);
        }
        return most;
    }

    /** Does what {@link #earn} does and notes which cards were taken; returns how many were considered. */
    private int trace(int s, int row) {
        double[] weight = c.weights.values();
        int cap = c.cap[s];
        int at = c.weights.at(row, cap) - 1;
        double top = free < c.min[s] ? Double.POSITIVE_INFINITY : weight[at + 1];
        Arrays.fill(best, 0, cap + 1, IMPOSSIBLE);
        best[0] = 0;
        int kept = 0;
        for (int i = 0; i < listed; i++) {
            double v = listValue[i];
            double cost = listPrice[i];
            if (cost > 0 && top * v <= cost) {
                continue;
            }
            int base = kept * (c.columns + 1);
            offered[kept++] = i;
            for (int k = Math.min(cap, kept); k > 0; k--) {
                double with = best[k - 1] + (weight[at + k] * v - cost);
                taken[base + k] = with > best[k];
                best[k] = Math.max(with, best[k]);
            }
            Arrays.fill(taken, base + Math.min(cap, kept) + 1, base + c.columns + 1, false);
        }
        return kept;
    }
}
