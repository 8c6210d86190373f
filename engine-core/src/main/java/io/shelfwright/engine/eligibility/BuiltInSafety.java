package io.shelfwright.engine.eligibility;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.SafetyFilter;
import java.time.Instant;
import java.util.List;

/** The safety filters that are always on; nothing in the configuration removes or opens them. */
public final class BuiltInSafety {
    private static final int ADULT = 18;

    private BuiltInSafety() {}

    /** A filter of the engine's own. */
    @FunctionalInterface
    interface Filter extends SafetyFilter {}

    public static List<Instance<SafetyFilter>> all() {
        return List.of(
                own("market", BuiltInSafety::market),
                own("explicit-content", BuiltInSafety::explicitContent),
                own("age", BuiltInSafety::age),
                own("release-date", BuiltInSafety::releaseDate));
    }

    private static Instance<SafetyFilter> own(String name, Filter filter) {
        return new Instance<>(name, filter);
    }

    private static SafetyFilter.Verdict market(Item item, UserProfile profile, RequestContext context) {
        if (item.markets().contains(Item.EVERYWHERE)) {
            return SafetyFilter.Verdict.ALLOWED;
        }
        if (item.markets().isEmpty() || context.market().isEmpty()) {
            return SafetyFilter.Verdict.UNKNOWN;
        }
        return item.markets().contains(context.market())
                ? SafetyFilter.Verdict.ALLOWED
                : SafetyFilter.Verdict.FORBIDDEN;
    }

    private static SafetyFilter.Verdict explicitContent(Item item, UserProfile profile, RequestContext context) {
        if (profile.explicitAllowed() || item.explicitness() == Explicitness.CLEAN) {
            return SafetyFilter.Verdict.ALLOWED;
        }
        return item.explicitness() == Explicitness.EXPLICIT
                ? SafetyFilter.Verdict.FORBIDDEN
                : SafetyFilter.Verdict.UNKNOWN;
    }

    private static SafetyFilter.Verdict age(Item item, UserProfile profile, RequestContext context) {
        int needed = item.minimumAge() < 0 ? ADULT : item.minimumAge();
        if (needed == 0 || profile.age() >= needed) {
            return SafetyFilter.Verdict.ALLOWED;
        }
        return profile.age() < 0 || item.minimumAge() < 0
                ? SafetyFilter.Verdict.UNKNOWN
                : SafetyFilter.Verdict.FORBIDDEN;
    }

    private static SafetyFilter.Verdict releaseDate(Item item, UserProfile profile, RequestContext context) {
        Instant released = item.releasedAt();
        return released == null || !released.isAfter(context.at())
                ? SafetyFilter.Verdict.ALLOWED
                : SafetyFilter.Verdict.FORBIDDEN;
    }
}
