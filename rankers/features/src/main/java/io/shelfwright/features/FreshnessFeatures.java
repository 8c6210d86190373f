package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.spi.FeatureDeclaration;
import java.time.Instant;
import java.util.List;

/** How new the item is at the time of the request; what is still to be released counts as brand-new. */
final class FreshnessFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of("freshness.released_known", "Whether the release date is known.", "flag", 0, 1),
            of("freshness.age_days_log", "Time since release; missing where unknown.", "ln(1 + days)", 0, 12),
            of("freshness.is_new_release", "Whether it came out within 28 days; missing where unknown.", "flag", 0, 1),
            of("freshness.release_decay", "2 to the power of -age / 14 days; missing where unknown.", "factor", 0, 1));

    private static final double NEW_DAYS = 28;
    private static final double HALF_LIFE_DAYS = 14;

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        Instant released = request.candidates().item(candidate).releasedAt();
        row.put(released != null);
        if (released == null) {
            row.missing(3);
            return;
        }
        double days = Days.since(released, request.at());
        row.putLog(days);
        row.put(days <= NEW_DAYS);
        row.put(Math.pow(2, -days / HALF_LIFE_DAYS));
    }
}
