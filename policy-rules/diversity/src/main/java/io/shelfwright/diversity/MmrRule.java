package io.shelfwright.diversity;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;

/**
 * Maximal marginal relevance in a window (Carbonell and Goldstein, SIGIR 1998).
 *
 * <p>The original maximises {@code (1-l) score - l maxSimilarity}; divided by {@code 1-l} and with the score in log utility,
 * that is a penalty of {@code l/(1-l) maxSimilarity}. Only the last cards count: over a whole list every card soon resembles
 * some other one.
 */
final class MmrRule implements PlacementRule {
    private final MmrSettings settings;
    private final double weight;

    MmrRule(MmrSettings settings) {
        this.settings = settings;
        weight = settings.lambda() / (1 - settings.lambda());
    }

    @Override
    public boolean forbids() {
        return false;
    }

    @Override
    public int window() {
        return settings.window() - 1;
    }

    @Override
    public SlotRule forSlot(PagePrefix prefix, Slot slot) {
        Catalog catalog = prefix.catalog();
        int[] recent = RecentCards.latestFirst(prefix, window());
        return item -> {
            double most = 0;
            for (int other : recent) {
                most = Math.max(most, catalog.similarity(item, other));
            }
            return weight * Math.min(1, most);
        };
    }
}
