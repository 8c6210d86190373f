package io.shelfwright.engine.packing;

import io.shelfwright.spi.PackingBudget;

/**
 * Improves a page until the budget ends, the page is proven best, or nothing promising is left; the best page is always at hand.
 *
 * <p>Two kinds of step alternate. A pricing step moves the dual prices and auctions the arrangement that the prices suggest. A
 * trial step auctions a small change of the best page. The dual bound of an arrangement tells beforehand when it cannot win, so
 * those are never tried. No step depends on how many follow: a larger budget only goes further on the same way.
 */
final class PricedSearch {
    private static final int TRIALS_BETWEEN_PRICES = 3;
    private static final int MOVES = 48;
    private static final int WIDTH = 12;
    private static final double FINISHED = 1e-3;
    private static final int FINER = 16;

    private final PackingColumns c;
    private final CardAuction auction;
    private final PageCards best;
    private final PageCards trial;
    private final PricedMatrix matrix;
    private final DualPrices dual;
    private final ShelfMoves moves;
    private final Arrangements tried = new Arrangements();
    private final int[] rows;
    private final int[] scratch;
    private final double eps;
    private long steps;
    private long limit;

    PricedSearch(PackingColumns c, CardAuction auction, PageCards best, double eps) {
        this.c = c;
        this.auction = auction;
        this.best = best;
        this.eps = eps;
        trial = new PageCards(c);
        matrix = new PricedMatrix(c);
        dual = new DualPrices(c, matrix);
        moves = new ShelfMoves(c, MOVES);
        rows = new int[c.rows];
        scratch = new int[c.rows];
        tried.add(best.shelf);
        dual.start(auction);
    }

    /** Improves the page, from where the last run ended, and returns the number of steps done in this run. */
    long run(PackingBudget budget) {
        long before = steps;
        limit = budget.maxSteps() > Long.MAX_VALUE - before ? Long.MAX_VALUE : before + budget.maxSteps();
        while (goesOn(budget)) {
            boolean pricing = dual.length() > FINISHED;
            if (pricing) {
                dual.step(best.value);
                steps++;
                suggest(budget);
            }
            int left = trials(budget, pricing ? TRIALS_BETWEEN_PRICES : Integer.MAX_VALUE);
            if (!pricing && left == 0) {
                break;
            }
        }
        return steps - before;
    }

    private boolean goesOn(PackingBudget budget) {
        return steps < limit && !proven() && !budget.expired().getAsBoolean();
    }

    private boolean proven() {
        return dual.bound() <= best.value * (1 + 1e-9);
    }

    /** Auctions what the prices choose, and what the best page becomes when the prices are followed. */
    private void suggest(PackingBudget budget) {
        System.arraycopy(dual.shelfOfRow, 0, rows, 0, c.rows);
        moves.repair(dual.net, rows, scratch);
        moves.climb(dual.net, rows, scratch);
        attempt(budget);
        System.arraycopy(best.shelf, 0, rows, 0, c.rows);
        moves.climb(dual.net, rows, scratch);
        attempt(budget);
    }

    /** Tries changes of the best page in the order of their estimates; returns how many were tried. */
    private int trials(PackingBudget budget, int most) {
        int count = 0;
        double threshold = best.value - dual.bound(best.shelf);
        int found = moves.find(dual.net, best.shelf, threshold, WIDTH);
        for (int m = 0; m < found && count < most; m++) {
            if (moves.apply(m, best.shelf, rows) && !tried.contains(rows)) {
                if (!goesOn(budget)) {
                    return count;
                }
                count++;
                if (attempt(budget)) {
                    return count;
                }
            }
        }
        return count;
    }

    /** Auctions the rows unless that was done before or cannot pay; returns whether the best page changed. */
    private boolean attempt(PackingBudget budget) {
        if (dual.bound(rows) <= best.value || !goesOn(budget) || !tried.add(rows)) {
            return false;
        }
        steps++;
        System.arraycopy(rows, 0, trial.shelf, 0, c.rows);
        if (!auction.run(trial, eps)) {
            return false;
        }
        boolean better = keep();
        if (better && auction.run(trial, eps / FINER)) {
            keep();
        }
        return better;
    }

    private boolean keep() {
        if (trial.value > best.value) {
            best.copyFrom(trial);
            return true;
        }
        return false;
    }
}
