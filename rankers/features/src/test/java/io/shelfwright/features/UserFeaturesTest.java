package io.shelfwright.features;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.TargetType;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class UserFeaturesTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .album("blue", "nina", "jazz")
            .album("red", "otis", "soul")
            .show("news", "politics")
            .build();

    @Test
    void aListenerIsDescribedByWhatWasPlayed() {
        TestUser user = TestUser.of("u")
                .plays("blue", 3, daysAgo(2))
                .plays("red", 1, daysAgo(2))
                .hide(TargetType.GENRE, "metal", daysAgo(1))
                .joinedAt(daysAgo(100));

        Computed features = Computed.of(catalog, user, "blue");

        assertThat(features.get("user.plays_log")).isEqualTo(Math.log(5), within(1e-9));
        assertThat(features.get("user.interactions_log")).isEqualTo(Math.log(4), within(1e-9));
        assertThat(features.get("user.is_new")).isZero();
        assertThat(features.get("user.artists_log")).isEqualTo(Math.log(3), within(1e-9));
        double entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
        assertThat(features.get("user.genre_entropy")).isEqualTo(entropy, within(1e-6));
        assertThat(features.get("user.top_artist_share")).isEqualTo(0.75, within(1e-6));
        assertThat(features.get("user.podcast_share")).isZero();
        assertThat(features.get("user.days_since_active_log")).isEqualTo(Math.log(2), within(1e-6));
        assertThat(features.get("user.tenure_days_log")).isEqualTo(Math.log(101), within(1e-6));
        assertThat(features.get("user.dislikes_log")).isEqualTo(Math.log(2), within(1e-9));
    }

    @Test
    void aUserWithoutHistoryIsNewAndHasMissingHabits() {
        Computed features = Computed.of(catalog, TestUser.of("u"), "blue");

        assertThat(features.get("user.is_new")).isEqualTo(1);
        assertThat(features.get("user.plays_log")).isZero();
        assertThat(features.get("user.genre_entropy")).isNaN();
        assertThat(features.get("user.top_artist_share")).isNaN();
        assertThat(features.get("user.podcast_share")).isNaN();
        assertThat(features.get("user.days_since_active_log")).isNaN();
        assertThat(features.get("user.tenure_days_log")).isNaN();
    }
}
