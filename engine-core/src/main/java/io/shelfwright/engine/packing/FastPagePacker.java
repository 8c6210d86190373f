package io.shelfwright.engine.packing;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;

/**
 * Packs a page by lazy greedy over shelves and an auction for the cards, whatever the budget.
 *
 * <p>The same pages as {@link AuctionPagePacker} gives with no steps. Instances hold no state and may be shared between threads.
 */
public final class FastPagePacker implements PagePacker {
    private final AuctionPagePacker packer = new AuctionPagePacker();

    @Override
    public Packing pack(PackingProblem problem, PackingBudget budget) {
        return packer.pack(problem, PackingBudget.NONE);
    }
}
