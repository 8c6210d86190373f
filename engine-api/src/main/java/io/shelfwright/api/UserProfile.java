package io.shelfwright.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the host knows of a user apart from behaviour.
 *
 * @param userId at most 512 characters
 * @param market ISO 3166 code, empty where unknown
 * @param language BCP 47 primary language, empty where unknown
 * @param age in years, -1 where unknown
 * @param explicitAllowed whether explicit content may be shown
 * @param tier subscription tier such as {@code free} or {@code premium}, empty where unknown
 * @param joinedAt when the user joined, null where unknown
 */
public record UserProfile(
        String userId,
        String market,
        String language,
        int age,
        boolean explicitAllowed,
        String tier,
        @Nullable Instant joinedAt) {

    public UserProfile {
        Check.id(userId, "user id");
    }

    /** Returns the profile of a user of whom nothing is known; explicit content is not allowed. */
    public static UserProfile unknown(String userId) {
        return new UserProfile(userId, "", "", -1, false, "", null);
    }

    public UserProfile withMarket(String value) {
        return new UserProfile(userId, value, language, age, explicitAllowed, tier, joinedAt);
    }
}
