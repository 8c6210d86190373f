package io.shelfwright.engine.packing;

import io.shelfwright.spi.PackingProblem;

/**
 * Decides which pins hold: the first in the list wins its row, its share of the quota, and the items that its minimum needs.
 *
 * <p>A pinned shelf whose pin does not hold is left out of the page.
 */
final class PinPlan {
    private PinPlan() {}

    static void apply(PackingProblem problem, PackingColumns c) {
        PageCards page = null;
        CardExchange exchange = null;
        for (int s = 0; s < c.shelves; s++) {
            int row = problem.shelves().get(s).pinnedRow();
            if (row < 0 || !c.usable[s]) {
                continue;
            }
            if (page == null || exchange == null) {
                page = new PageCards(c);
                exchange = new CardExchange(c);
            }
            if (c.pinned[row] >= 0 || !PageRules.fits(c, page.shelf, s, row)) {
                c.usable[s] = false;
                continue;
            }
            page.shelf[row] = s;
            c.usable[s] = exchange.reachMinima(page);
            if (c.usable[s]) {
                c.pin[s] = row;
                c.pinned[row] = s;
            } else {
                page.clearRow(row);
            }
        }
    }
}
