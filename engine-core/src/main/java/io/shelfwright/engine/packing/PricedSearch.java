package io.shelfwright.engine.packing;

import io.shelfwright.spi.PackingBudget;
import java.util.Arrays;

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
    }

    double bound() {
        return dual.bound();
    }

    double length() {
        return dual.length();
    }

    /** Improves the page and returns the number of steps done. */
    long run(PackingBudget budget) {
        tried.add(best.shelf);
        dual.start(auction);
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
        return steps;
    }

    private boolean goesOn(PackingBudget budget) {
        return steps < budget.maxSteps() && !proven() && !budget.expired().getAsBoolean();
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
        if (better) {
            if (auction.run(trial, eps / 16)) {
                keep();
            }
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

    /** A set of arrangements, known by a 64-bit hash. */
    static final class Arrangements {
        private long[] table = new long[1 << 10];
        private int size;

        boolean contains(int[] shelfOfRow) {
            return table[place(hash(shelfOfRow))] != 0;
        }

        boolean add(int[] shelfOfRow) {
            long h = hash(shelfOfRow);
            int at = place(h);
            if (table[at] != 0) {
                return false;
            }
            table[at] = h;
            if (++size * 2 > table.length) {
                long[] old = table;
                table = new long[old.length * 2];
                for (long x : old) {
                    if (x != 0) {
                        table[place(x)] = x;
                    }
                }
            }
            return true;
        }

        private int place(long h) {
            int at = (int) (h >>> 32) & table.length - 1;
            while (table[at] != 0 && table[at] != h) {
                at = at + 1 & table.length - 1;
            }
            return at;
        }

        private static long hash(int[] shelfOfRow) {
            long h = 0x9E3779B97F4A7C15L;
            for (int s : shelfOfRow) {
                h = (h ^ s + 1) * 0xBF58476D1CE4E5B9L;
                h ^= h >>> 29;
            }
            return h == 0 ? 1 : h;
        }
    }
}
