package io.shelfwright.engine.packing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Chooses shelves row by row: pins first, then for each row the shelf whose best unused cards are worth most there.
 *
 * <p>Lazy evaluation (Minoux 1978): a shelf's worth only falls as items are used and rows get worse, so an old worth is an upper
 * bound, and only shelves at the top of the bounds are worked out again.
 */
final class LazyGreedy {
    private final PackingColumns c;
    private final double[] bound;
    private final int[] fresh;
    private final boolean[] placed;
    private final boolean[] used;
    private final int[] rowOrder;

    LazyGreedy(PackingColumns c) {
        this.c = c;
        bound = new double[c.shelves];
        fresh = new int[c.shelves];
        placed = new boolean[c.shelves];
        used = new boolean[c.items];
        rowOrder = new int[c.rows];
    }

    /** Fills the page: most seen rows first, or from the top down where that would leave a gap. */
    void choose(PageCards page) {
        if (!orderRows()) {
            choose(page, true);
            return;
        }
        choose(page, false);
        boolean gap = false;
        boolean broken = false;
        for (int r = 0; r < c.rows; r++) {
            gap |= page.shelf[r] < 0;
            broken |= gap && page.shelf[r] >= 0 && c.pinned[r] < 0;
        }
        if (broken) {
            for (int r = 0; r < c.rows; r++) {
                rowOrder[r] = r;
            }
            choose(page, true);
        }
    }

    /** Puts the free rows in falling order of examination; returns whether that differs from top-down. */
    private boolean orderRows() {
        boolean differs = false;
        for (int r = 0; r < c.rows; r++) {
            int to = r;
            double mass = c.weights.mass(r);
            while (to > 0 && c.weights.mass(rowOrder[to - 1]) < mass) {
                rowOrder[to] = rowOrder[to - 1];
                to--;
            }
            rowOrder[to] = r;
            differs |= to != r;
        }
        return differs;
    }

    private void choose(PageCards page, boolean stopAtGap) {
        Arrays.fill(placed, false);
        Arrays.fill(fresh, -1);
        Arrays.fill(bound, Double.POSITIVE_INFINITY);
        for (int r = 0; r < c.rows; r++) {
            page.clearRow(r);
            if (c.pinned[r] >= 0) {
                page.shelf[r] = c.pinned[r];
                placed[c.pinned[r]] = true;
            }
        }
        for (int r = 0; r < c.rows; r++) {
            if (c.pinned[r] >= 0) {
                worth(c.pinned[r], r, page);
            }
        }
        int before = -1;
        for (int row : rowOrder) {
            if (c.pinned[row] >= 0) {
                continue;
            }
            if (before >= 0) {
                double ratio = c.weights.ratio(row, before);
                for (int s = 0; s < c.shelves; s++) {
                    bound[s] *= ratio;
                }
            }
            before = row;
            int best = best(page, row);
            if (best >= 0) {
                page.shelf[row] = best;
                placed[best] = true;
                worth(best, row, page);
            } else if (stopAtGap) {
                break;
            }
        }
        release(page);
    }

    private int best(PageCards page, int row) {
        while (true) {
            int best = -1;
            for (int s = 0; s < c.shelves; s++) {
                if (bound[s] >= 0
                        && (best < 0 || bound[s] > bound[best])
                        && !placed[s]
                        && c.usable[s]
                        && c.pin[s] < 0
                        && PageRules.fits(c, page.shelf, s, row)) {
                    best = s;
                }
            }
            if (best < 0 || fresh[best] == row) {
                return best;
            }
            bound[best] = worth(best, row, null);
            fresh[best] = row;
        }
    }

    /** Returns the worth of a shelf's best unused cards in a row, -1 below its minimum; takes them where a page is given. */
    private double worth(int s, int row, @Nullable PageCards page) {
        double[] weight = c.weights.values();
        int at = c.weights.at(row, c.cap[s]);
        double sum = 0;
        int n = 0;
        for (int p = c.start[s]; p < c.start[s + 1] && n < c.cap[s]; p++) {
            if (!used[c.item[p]]) {
                sum += weight[at + n++] * c.value[p];
                if (page != null) {
                    used[c.item[p]] = true;
                    page.add(row, p);
                }
            }
        }
        return n < c.min[s] ? -1 : sum;
    }

    private void release(PageCards page) {
        for (int r = 0; r < c.rows; r++) {
            for (int k = 0; k < page.count[r]; k++) {
                used[c.item[page.card[r * c.columns + k]]] = false;
            }
        }
    }
}
