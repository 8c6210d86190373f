package io.shelfwright.features;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.TargetType;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class FeedbackFeaturesTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .album("blue", "nina", "jazz")
            .album("live", "nina", "jazz", "soul")
            .show("news")
            .build();

    @Test
    void viewsWithoutAReactionAreCountedForItemArtistAndShelf() {
        TestUser user = TestUser.of("u").impressions("blue", "mix", 2, daysAgo(7));

        Computed features = Computed.of(catalog, user, "blue", "live", "news");

        assertThat(features.get("feedback.item_impressions")).isEqualTo(1, within(1e-6));
        assertThat(features.get(1, "feedback.item_impressions")).isZero();
        assertThat(features.get(1, "feedback.artist_impressions")).isEqualTo(1, within(1e-6));
        assertThat(features.get(2, "feedback.artist_impressions")).isNaN();
        assertThat(features.get(2, "feedback.shelf_impressions")).isEqualTo(1, within(1e-6));
    }

    @Test
    void aDislikeFadesWithItsHalfLife() {
        TestUser user = TestUser.of("u")
                .dislike(TargetType.ARTIST, "nina", daysAgo(60))
                .hide(TargetType.GENRE, "soul", daysAgo(30))
                .hide(TargetType.KIND, "podcast-show", daysAgo(28))
                .hide(TargetType.SHELF, "mix", daysAgo(0))
                .hide(TargetType.ITEM, "news", daysAgo(0));

        Computed features = Computed.of(catalog, user, "blue", "live", "news");

        assertThat(features.get("feedback.negative_artist")).isEqualTo(0.5, within(1e-6));
        assertThat(features.get("feedback.negative_genre")).isZero();
        assertThat(features.get(1, "feedback.negative_genre")).isEqualTo(0.5, within(1e-6));
        assertThat(features.get("feedback.negative_kind")).isZero();
        assertThat(features.get(2, "feedback.negative_kind")).isEqualTo(0.25, within(1e-6));
        assertThat(features.get(2, "feedback.negative_artist")).isZero();
        assertThat(features.get("feedback.negative_shelf")).isEqualTo(1, within(1e-6));
    }

    @Test
    void whatWasTakenBackLeavesNoTrace() {
        TestUser user = TestUser.of("u")
                .play("blue")
                .hide(TargetType.ARTIST, "nina", daysAgo(1))
                .undo("i-2");

        assertThat(Computed.of(catalog, user, "blue").get("feedback.negative_artist"))
                .isZero();
    }
}
