package io.shelfwright.learning.validation.source;

import io.shelfwright.api.UserProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What slices need to know of a listener. */
final class Listeners {
    private static final Duration NEW = Duration.ofDays(28);
    private static final String UNKNOWN = "unknown";

    private Listeners() {}

    /** Returns the tier, empty where unknown. */
    static String tier(Optional<UserProfile> profile) {
        return profile.map(UserProfile::tier).orElse("");
    }

    /** Returns {@code new} in the first four weeks after joining, then {@code old}; {@code unknown} without a date. */
    static String age(Optional<UserProfile> profile, Instant at) {
        Instant joined = profile.map(UserProfile::joinedAt).orElse(null);
        if (joined == null) {
            return UNKNOWN;
        }
        return Duration.between(joined, at).compareTo(NEW) < 0 ? "new" : "old";
    }
}
