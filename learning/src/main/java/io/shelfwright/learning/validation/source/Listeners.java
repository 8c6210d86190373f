package io.shelfwright.learning.validation.source;

import io.shelfwright.api.UserProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What slices need to know of a listener. */
final class Listeners {
    /** The standard feature that logs how long ago a listener joined: ln(1 + days). */
    static final String TENURE = "user.tenure_days_log";

    private static final Duration NEW = Duration.ofDays(28);
    private static final String UNKNOWN = "unknown";

    private Listeners() {}

    /** Returns the tier that a page was logged with, that of the profile where none was, empty where unknown. */
    static String tier(String logged, Optional<UserProfile> profile) {
        return logged.isEmpty() ? profile.map(UserProfile::tier).orElse("") : logged;
    }

    /**
     * Returns {@code new} in the first four weeks after joining, then {@code old}; {@code unknown} where neither the profile nor the row
     * says when that was.
     *
     * @param tenure column of {@value #TENURE} in the row, below 0 where it has none
     */
    static String age(Optional<UserProfile> profile, Instant at, int tenure, float[] row) {
        Instant joined = profile.map(UserProfile::joinedAt).orElse(null);
        if (joined != null) {
            return age(Duration.between(joined, at).compareTo(NEW) < 0);
        }
        if (tenure < 0 || tenure >= row.length || Float.isNaN(row[tenure])) {
            return UNKNOWN;
        }
        return age(Math.expm1(row[tenure]) < NEW.toDays());
    }

    private static String age(boolean isNew) {
        return isNew ? "new" : "old";
    }
}
