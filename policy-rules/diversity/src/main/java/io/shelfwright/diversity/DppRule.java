package io.shelfwright.diversity;

import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;

/**
 * Greedy inference of a determinantal point process in a window (Chen, Zhang and Zhou, NeurIPS 2018).
 *
 * <p>A greedy step gains {@code 2 a score + log d^2} with d^2 the variance of the item given the cards before it; here
 * {@code -weight log(d^2 / k(i,i))}, capped, is the penalty. The kernel is {@code (1+similarity)/2 + 1e-4 I}, which keeps the
 * determinant positive when a card is a copy of another.
 */
final class DppRule implements PlacementRule {
    static final double OFFSET = 0.5;
    static final double SCALE = 0.5;
    static final double JITTER = 1e-4;

    private static final double SMALLEST_SHARE = 1e-12;

    private final DppSettings settings;

    DppRule(DppSettings settings) {
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
        WindowKernel kernel =
                new WindowKernel(prefix.catalog(), RecentCards.latestFirst(prefix, window()), OFFSET, SCALE, JITTER);
        return item -> {
            double left = Math.max(SMALLEST_SHARE, kernel.residualVariance(item) / kernel.variance());
            return Math.min(settings.cap(), settings.weight() * Math.max(0, -Math.log(left)));
        };
    }
}
