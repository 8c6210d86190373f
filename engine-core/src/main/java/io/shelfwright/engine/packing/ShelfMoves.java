package io.shelfwright.engine.packing;

import java.util.Arrays;

/**
 * Small changes of which shelf stands where, ranked by what a matrix of earnings says they gain.
 *
 * <p>The free rows (those without a pin) hold a sequence of shelves. A move takes one shelf out and puts one in at any place,
 * the ones between moving up or down by a row: replace, insert, shift and append in one form. The other move swaps two.
 * Sums over the shifted stretch make each gain a constant amount of work.
 */
final class ShelfMoves {
    private static final int SWAP = -2;
    private static final int NOTHING = -1;
    private static final int CLIMB_WIDTH = 4;

    private final PackingColumns c;
    private final int[] freeRow;
    private final int free;
    private final int[] sequence;
    private final double[] up;
    private final double[] down;
    private final boolean[] onPage;
    private final int[] kindCounts;
    private final int most;
    private final double[] gain;
    private final int[] out;
    private final int[] into;
    private final int[] shelf;
    private final int[] newcomers;
    private final int[] newcomer;
    private final double[] newcomerEarnings;
    private int length;
    private int found;

    /** @param most moves kept by a search */
    ShelfMoves(PackingColumns c, int most) {
        this.c = c;
        this.most = most;
        freeRow = new int[c.rows];
        int n = 0;
        for (int r = 0; r < c.rows; r++) {
            if (c.pinned[r] < 0) {
                freeRow[n++] = r;
            }
        }
        free = n;
        sequence = new int[c.rows + 1];
        up = new double[c.rows + 2];
        down = new double[c.rows + 2];
        onPage = new boolean[c.shelves];
        kindCounts = new int[c.kinds];
        newcomers = new int[c.rows];
        newcomer = new int[c.rows * c.shelves];
        newcomerEarnings = new double[c.rows * c.shelves];
        gain = new double[most + 1];
        out = new int[most + 1];
        into = new int[most + 1];
        shelf = new int[most + 1];
    }

    /**
     * Finds the moves that gain more than a threshold, best first; returns how many.
     *
     * @param width shelves from outside the page that are looked at for each place
     */
    int find(double[] earnings, int[] shelfOfRow, double threshold, int width) {
        read(earnings, shelfOfRow);
        found = 0;
        int places = Math.min(length + 1, free);
        for (int j = 0; j < places; j++) {
            rankNewcomers(earnings, j, width);
        }
        for (int i = 0; i < places; i++) {
            double left = i < length ? earnings(earnings, sequence[i], i) : 0;
            for (int j = 0; j < places; j++) {
                double shifted = (i < j ? up[j] - up[i] : down[i] - down[j]) - left;
                if (i < length && j < length && i != j) {
                    offer(shifted + earnings(earnings, sequence[i], j), threshold, i, j, sequence[i]);
                }
                if (j == length && i != j) {
                    continue;
                }
                for (int n = j * c.shelves, end = n + newcomers[j]; n < end; n++) {
                    double g = shifted + newcomerEarnings[n];
                    if (g <= threshold) {
                        break;
                    }
                    offer(g, threshold, i, j, newcomer[n]);
                }
            }
            for (int j = i + 1; j < length; j++) {
                double swapped = earnings(earnings, sequence[i], j)
                        + earnings(earnings, sequence[j], i)
                        - left
                        - earnings(earnings, sequence[j], j);
                offer(swapped, threshold, i, j, SWAP);
            }
        }
        if (length > 0) {
            offer(-earnings(earnings, sequence[length - 1], length - 1), threshold, length - 1, length - 1, NOTHING);
        }
        return found;
    }

    /** Lists the shelves that are not on the page and earn most at a place. */
    private void rankNewcomers(double[] earnings, int place, int width) {
        int base = place * c.shelves;
        int n = 0;
        for (int s = 0; s < c.shelves; s++) {
            if (onPage[s] || !c.usable[s]) {
                continue;
            }
            double e = earnings(earnings, s, place);
            if (n == width && e <= newcomerEarnings[base + n - 1]) {
                continue;
            }
            int to = base + (n < width ? n++ : n - 1);
            while (to > base && newcomerEarnings[to - 1] < e) {
                newcomerEarnings[to] = newcomerEarnings[to - 1];
                newcomer[to] = newcomer[to - 1];
                to--;
            }
            newcomerEarnings[to] = e;
            newcomer[to] = s;
        }
        newcomers[place] = n;
    }

    private void read(double[] earnings, int[] shelfOfRow) {
        Arrays.fill(onPage, false);
        for (int s : shelfOfRow) {
            if (s >= 0) {
                onPage[s] = true;
            }
        }
        for (int s = 0; s < c.shelves; s++) {
            onPage[s] |= c.pin[s] >= 0;
        }
        length = 0;
        while (length < free && shelfOfRow[freeRow[length]] >= 0) {
            sequence[length] = shelfOfRow[freeRow[length]];
            length++;
        }
        for (int k = 0; k < length; k++) {
            double here = earnings(earnings, sequence[k], k);
            up[k] = (k == 0 ? 0 : up[k - 1] + earnings(earnings, sequence[k], k - 1) - here);
            down[k + 1] = down[k] + (k + 1 < free ? earnings(earnings, sequence[k], k + 1) - here : 0);
        }
        up[length] = length == 0 ? 0 : up[length - 1];
    }

    private double earnings(double[] earnings, int s, int place) {
        return earnings[s * c.rows + freeRow[place]];
    }

    private void offer(double g, double threshold, int i, int j, int s) {
        if (!(g > threshold) || found == most && g <= gain[most - 1]) {
            return;
        }
        int to = found < most ? found++ : most - 1;
        while (to > 0 && gain[to - 1] < g) {
            gain[to] = gain[to - 1];
            out[to] = out[to - 1];
            into[to] = into[to - 1];
            shelf[to] = shelf[to - 1];
            to--;
        }
        gain[to] = g;
        out[to] = i;
        into[to] = j;
        shelf[to] = s;
    }

    /** Writes the arrangement after a move that was found; returns whether it keeps the rules. */
    boolean apply(int move, int[] shelfOfRow, int[] changed) {
        System.arraycopy(shelfOfRow, 0, changed, 0, c.rows);
        int i = out[move];
        int j = into[move];
        if (shelf[move] == SWAP) {
            changed[freeRow[i]] = sequence[j];
            changed[freeRow[j]] = sequence[i];
        } else {
            for (int k = i; k < j; k++) {
                changed[freeRow[k]] = sequence[k + 1];
            }
            for (int k = i; k > j; k--) {
                changed[freeRow[k]] = sequence[k - 1];
            }
            changed[freeRow[j]] = shelf[move];
        }
        return PageRules.holds(c, changed, kindCounts);
    }

    /** Makes the best move again and again until none gains; the arrangement must keep the rules and does so afterwards. */
    void climb(double[] earnings, int[] shelfOfRow, int[] scratch) {
        boolean moved = true;
        for (int round = 0; moved && round < 4 * c.rows; round++) {
            moved = false;
            find(earnings, shelfOfRow, 1e-9, CLIMB_WIDTH);
            for (int m = 0; m < found && !moved; m++) {
                moved = apply(m, shelfOfRow, scratch);
            }
            if (moved) {
                System.arraycopy(scratch, 0, shelfOfRow, 0, c.rows);
            }
        }
    }

    /** Drops the shelves that break a rule, closes the gaps, and fills up by the matrix; pins stay as they are. */
    void repair(double[] earnings, int[] shelfOfRow, int[] scratch) {
        System.arraycopy(shelfOfRow, 0, scratch, 0, c.rows);
        Arrays.fill(onPage, false);
        for (int r = 0; r < c.rows; r++) {
            shelfOfRow[r] = c.pinned[r];
            if (scratch[r] >= 0) {
                onPage[scratch[r]] = true;
            }
        }
        for (int place = 0; place < free; place++) {
            int row = freeRow[place];
            int wanted = scratch[row];
            if (wanted >= 0 && PageRules.fits(c, shelfOfRow, wanted, row)) {
                shelfOfRow[row] = wanted;
                continue;
            }
            int best = -1;
            for (int s = 0; s < c.shelves; s++) {
                if (!onPage[s]
                        && c.usable[s]
                        && c.pin[s] < 0
                        && (best < 0 || earnings(earnings, s, place) > earnings(earnings, best, place))
                        && PageRules.fits(c, shelfOfRow, s, row)) {
                    best = s;
                }
            }
            if (best < 0) {
                return;
            }
            shelfOfRow[row] = best;
            onPage[best] = true;
        }
    }
}
