package io.shelfwright.engine.packing;

import java.util.Arrays;

/**
 * A good page without search: lazy greedy for the shelves, auction for the cards.
 *
 * <p>Where the shelves cannot all reach their minima, the ones in need are dropped; where rows stay empty because the cards of
 * others were needed, shelves are added as long as the page gains.
 */
final class FastPath {
    /** Smallest raise of a bid as a share of the mean value of a slot; at worst this share of the page is lost. */
    private static final double RAISE = 0.007;

    private static final int TRIES = 8;

    private final PackingColumns c;
    private final CardExchange exchange;
    private final CardAuction auction;
    private final PageCards page;
    private double eps;

    FastPath(PackingColumns c) {
        this.c = c;
        exchange = new CardExchange(c);
        auction = new CardAuction(c, exchange);
        page = new PageCards(c);
    }

    CardAuction auction() {
        return auction;
    }

    double eps() {
        return eps;
    }

    /** Returns a page that keeps every rule. */
    PageCards run() {
        new LazyGreedy(c).choose(page);
        page.measure(c);
        int cards = 0;
        for (int n : page.count) {
            cards += n;
        }
        eps = cards == 0 ? 0 : RAISE * page.value / cards;
        while (!auction.run(page, eps)) {
            dropOne();
        }
        int row = firstEmpty();
        while (row >= 0 && extend(row)) {
            row = firstEmpty();
        }
        return page;
    }

    private int firstEmpty() {
        for (int r = 0; r < c.rows; r++) {
            if (page.shelf[r] < 0) {
                return r;
            }
        }
        return -1;
    }

    /** Drops the first free row in need, or the last free row; rows after it move up where the rules let them. */
    private void dropOne() {
        int drop = -1;
        boolean inNeed = false;
        for (int r = 0; r < c.rows && !inNeed; r++) {
            if (page.shelf[r] >= 0 && c.pinned[r] < 0) {
                drop = r;
                inNeed = page.count[r] < c.min[page.shelf[r]];
            }
        }
        if (drop < 0) {
            throw new IllegalStateException("pins were checked to reach their minima together, but do not");
        }
        int[] before = page.shelf.clone();
        int to = drop;
        for (int r = drop + 1; r < c.rows; r++) {
            if (c.pinned[r] < 0) {
                page.shelf[to] = page.shelf[r];
                to = r;
            }
        }
        page.shelf[to] = -1;
        if (!PageRules.holds(c, page.shelf, new int[c.kinds])) {
            for (int r = 0; r < c.rows; r++) {
                page.shelf[r] = r < drop || c.pinned[r] >= 0 ? before[r] : -1;
            }
        }
        Arrays.fill(page.count, 0);
    }

    /** Puts one more shelf into an empty row if the minima allow it and the page gains. */
    private boolean extend(int row) {
        PageCards wider = new PageCards(c);
        int tries = 0;
        for (int s = 0; s < c.shelves && tries < TRIES; s++) {
            if (!c.usable[s] || c.pin[s] >= 0 || contains(s) || !PageRules.fits(c, page.shelf, s, row)) {
                continue;
            }
            wider.copyFrom(page);
            wider.shelf[row] = s;
            if (!exchange.reachMinima(wider)) {
                continue;
            }
            tries++;
            if (auction.run(wider, eps) && wider.value >= page.value) {
                page.copyFrom(wider);
                return true;
            }
        }
        return false;
    }

    private boolean contains(int s) {
        for (int other : page.shelf) {
            if (other == s) {
                return true;
            }
        }
        return false;
    }
}
