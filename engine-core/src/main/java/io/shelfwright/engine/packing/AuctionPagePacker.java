package io.shelfwright.engine.packing;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;

/**
 * Packs a page by lazy greedy over shelves and an auction for the cards, then improves it for as long as the budget lasts.
 *
 * <p>The improvement prices cards by the Lagrangian dual of the problem and stops early when the page is proven best. Every page is
 * valid, and more steps never make it worse. A step is one pricing of all shelves or one auction; on small pages the fast path
 * includes a dozen of them, which are not counted. Instances hold no state and may
 * be shared between threads.
 */
public final class AuctionPagePacker implements PagePacker {
    private static final int FIRST_STEPS = 12;
    private static final int FIRST_CELLS = 720;

    @Override
    public Packing pack(PackingProblem problem, PackingBudget budget) {
        PackingColumns c = new PackingColumns(problem);
        if (c.rows == 0 || c.columns == 0) {
            return new PageCards(c).toPacking(c, 0);
        }
        FastPath fast = new FastPath(c);
        PageCards page = fast.run();
        int first = firstSteps(c);
        long steps = 0;
        if (page.value > 0 && (first > 0 || budget.maxSteps() > 0)) {
            PricedSearch search = new PricedSearch(c, fast.auction(), page, fast.eps());
            search.run(PackingBudget.steps(first));
            steps = search.run(budget);
        }
        Packing packing = page.toPacking(c, steps);
        return PackingValidator.violations(problem, c, packing).isEmpty()
                ? packing
                : new TopDownPagePacker().pack(problem, PackingBudget.NONE);
    }

    /** Returns the steps that belong to the fast path: a few on small pages, where they cost little and are needed most. */
    private static int firstSteps(PackingColumns c) {
        int steps = Math.min(FIRST_STEPS, FIRST_CELLS / Math.max(1, c.rows * c.shelves));
        return steps > 1 ? steps : 0;
    }
}
