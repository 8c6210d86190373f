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

    /** Returns the tier that a page was logged with, that of the profile where none was, empty where unknown. */
    static String tier(String logged, Optional<UserProfile> profile) {
        return logged.isEmpty() ? profile.map(UserProfile::tier).orElse("") : logged;
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
