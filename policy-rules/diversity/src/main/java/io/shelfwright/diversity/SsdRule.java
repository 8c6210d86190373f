package io.shelfwright.diversity;

import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;

/**
 * Sliding spectrum decomposition in a window (Huang et al., KDD 2021).
 *
 * <p>A card gains {@code gamma} times the norm of what is left of its unit vector after Gram-Schmidt against the cards before
 * it; what is lost, {@code gamma (1 - norm)}, is the penalty. Only similarities are needed: the norm is found through the
 * Cholesky factor of the window's similarity matrix. An item that resembles nothing has a dimension of its own, and no
 * penalty.
 */
final class SsdRule implements PlacementRule {
    private final SsdSettings settings;

    SsdRule(SsdSettings settings) {
        this.settings = settings;
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
        WindowKernel kernel = new WindowKernel(prefix.catalog(), RecentCards.latestFirst(prefix, window()), 0, 1, 0);
        return item -> settings.gamma() * (1 - Math.sqrt(Math.min(1, kernel.residualVariance(item))));
    }
}
