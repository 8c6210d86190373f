package io.shelfwright.freshness;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.ScoreRule;

/**
 * Multiplies the utility by {@code max(floor, base^n)}, with n the item's viewed impressions without a later positive
 * reaction, decayed with a half-life of 7 days.
 *
 * <p>After Lee et al., KDD 2014, who discount what was impressed and not taken.
 */
final class ImpressionDiscountRule implements ScoreRule {
    private final ImpressionDiscountSettings settings;

    ImpressionDiscountRule(ImpressionDiscountSettings settings) {
        this.settings = settings;
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        double logBase = Math.log(settings.base());
        double logFloor = Math.log(settings.floor());
        for (int i = 0; i < candidates.size(); i++) {
            double seen = candidates
                    .user()
                    .impressions(
                            ImpressionKey.Scope.ITEM,
                            candidates.item(i).id(),
                            candidates.context().at());
            double logFactor = Math.max(logFloor, seen * logBase);
            if (logFactor < 0) {
                adjustments.add(i, logFactor, SeenWords.item(seen));
            }
        }
    }
}
