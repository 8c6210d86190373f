package io.shelfwright.engine.packing;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;

/**
 * Packs a page the usual way: ranks each shelf alone, then fills the rows from the top down and leaves out what was shown above.
 *
 * <p>The simplest packer, the baseline for the others and the last resort. A shelf whose items were taken above is passed over, and
 * pinned shelves keep the cards that their minimum needs, so that every page is valid. Instances hold no state and may be
 * shared between threads.
 */
public final class TopDownPagePacker implements PagePacker {

    @Override
    public Packing pack(PackingProblem problem, PackingBudget budget) {
        PackingColumns c = new PackingColumns(problem);
        PageCards page = new PageCards(c);
        if (c.rows > 0 && c.columns > 0) {
            fill(c, page);
            page.measure(c);
        }
        return page.toPacking(c, 0);
    }

    private static void fill(PackingColumns c, PageCards page) {
        for (int r = 0; r < c.rows; r++) {
            page.shelf[r] = c.pinned[r];
        }
        new CardExchange(c).reachMinima(page);
        boolean[] used = new boolean[c.items];
        for (int r = 0; r < c.rows; r++) {
            for (int k = 0; k < page.count[r]; k++) {
                used[c.item[page.card[r * c.columns + k]]] = true;
            }
        }
        boolean[] placed = new boolean[c.shelves];
        double[] worth = worthAlone(c);
        boolean gap = false;
        for (int r = 0; r < c.rows; r++) {
            int s = gap ? -1 : next(c, page, r, worth, placed, used);
            if (s >= 0) {
                page.shelf[r] = s;
                placed[s] = true;
            }
            gap |= page.shelf[r] < 0;
            take(c, page, r, used);
        }
    }

    private static double[] worthAlone(PackingColumns c) {
        double[] worth = new double[c.shelves];
        for (int s = 0; s < c.shelves; s++) {
            int at = c.weights.at(0, c.cap[s]);
            for (int k = 0; k < c.cap[s]; k++) {
                worth[s] += c.weights.values()[at + k] * c.value[c.start[s] + k];
            }
        }
        return worth;
    }

    /** Returns the best shelf left that keeps the rules and has enough unused cards, -1 for none or a pinned row. */
    private static int next(
            PackingColumns c, PageCards page, int row, double[] worth, boolean[] placed, boolean[] used) {
        int best = -1;
        for (int s = 0; s < c.shelves && c.pinned[row] < 0; s++) {
            if (c.usable[s]
                    && c.pin[s] < 0
                    && !placed[s]
                    && (best < 0 || worth[s] > worth[best])
                    && PageRules.fits(c, page.shelf, s, row)
                    && unused(c, s, used) >= c.min[s]) {
                best = s;
            }
        }
        return best;
    }

    private static int unused(PackingColumns c, int s, boolean[] used) {
        int n = 0;
        for (int p = c.start[s]; p < c.start[s + 1]; p++) {
            n += used[c.item[p]] ? 0 : 1;
        }
        return n;
    }

    private static void take(PackingColumns c, PageCards page, int row, boolean[] used) {
        int s = page.shelf[row];
        for (int p = s < 0 ? 0 : c.start[s]; s >= 0 && p < c.start[s + 1] && page.count[row] < c.cap[s]; p++) {
            if (!used[c.item[p]]) {
                used[c.item[p]] = true;
                page.add(row, p);
            }
        }
    }
}
