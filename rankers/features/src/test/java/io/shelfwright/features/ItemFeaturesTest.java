package io.shelfwright.features;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class ItemFeaturesTest {
    private final TestUser user = TestUser.of("u").market("SE");

    @Test
    void kindGenresArtistsAndExplicitnessAreTold() {
        TestCatalog catalog = TestCatalog.builder()
                .item(Item.builder("mix", ItemKind.PLAYLIST, "夜明け")
                        .artists("a", "b", "c")
                        .genres("jazz", "soul")
                        .explicitness(Explicitness.EXPLICIT))
                .item(Item.builder("book", new ItemKind("audiobook"), "Livro").explicitness(Explicitness.UNKNOWN))
                .build();

        Computed features = Computed.of(catalog, user, "mix", "book");

        assertThat(features.get("item.kind_playlist")).isEqualTo(1);
        assertThat(features.get("item.kind_album")).isZero();
        assertThat(features.get("item.genre_count_log")).isEqualTo(Math.log(3), within(1e-6));
        assertThat(features.get("item.artist_count_log")).isEqualTo(Math.log(4), within(1e-6));
        assertThat(features.get("item.explicit")).isEqualTo(1);
        assertThat(features.get(1, "item.explicit")).isNaN();
        assertThat(features.get(1, "item.kind_podcast")).isZero();
        assertThat(features.get(1, "item.artist_count_log")).isZero();
    }

    @Test
    void ageIsCountedFromTheReleaseAndMissingWithoutOne() {
        TestCatalog catalog = TestCatalog.builder()
                .item(Item.builder("old", ItemKind.ALBUM, "Old").releasedAt(daysAgo(14)))
                .item(Item.builder("older", ItemKind.ALBUM, "Older").releasedAt(daysAgo(29)))
                .item(Item.builder("ahead", ItemKind.ALBUM, "Ahead").releasedAt(daysAgo(-3)))
                .item(Item.builder("undated", ItemKind.ALBUM, "Undated"))
                .build();

        Computed features = Computed.of(catalog, user, "old", "older", "ahead", "undated");

        assertThat(features.get("freshness.age_days_log")).isEqualTo(Math.log(15), within(1e-9));
        assertThat(features.get("freshness.release_decay")).isEqualTo(0.5, within(1e-9));
        assertThat(features.get("freshness.is_new_release")).isEqualTo(1);
        assertThat(features.get(1, "freshness.is_new_release")).isZero();
        assertThat(features.get(2, "freshness.age_days_log")).isZero();
        assertThat(features.get(2, "freshness.release_decay")).isEqualTo(1);
        assertThat(features.get(3, "freshness.released_known")).isZero();
        assertThat(features.get(3, "freshness.age_days_log")).isNaN();
        assertThat(features.get(3, "freshness.is_new_release")).isNaN();
        assertThat(features.get(3, "freshness.release_decay")).isNaN();
    }

    @Test
    void popularityComesFromTheSnapshotsStatistics() {
        TestCatalog catalog = TestCatalog.builder()
                .item(Item.builder("hit", ItemKind.ALBUM, "Hit").basePopularity(0.8))
                .album("flop", "b")
                .album("niche", "c")
                .plays("hit", 90)
                .listeners("hit", 30)
                .recentPlays("hit", 45)
                .views("hit", 60, 10)
                .plays("niche", 5)
                .marketPlays("SE", "niche", 5)
                .build();

        Computed features = Computed.of(catalog, user, "hit", "flop", "niche");

        assertThat(features.get("popularity.rank")).isEqualTo(1);
        assertThat(features.get("popularity.market_rank")).isLessThan(1);
        assertThat(features.get(2, "popularity.market_rank")).isEqualTo(1);
        assertThat(features.get("popularity.plays_log")).isEqualTo(Math.log(91), within(1e-5));
        assertThat(features.get("popularity.listeners_log")).isEqualTo(Math.log(31), within(1e-5));
        assertThat(features.get("popularity.plays_per_listener_log")).isEqualTo(Math.log(4), within(1e-5));
        assertThat(features.get("popularity.recent_share")).isEqualTo(0.5, within(1e-6));
        assertThat(features.get("popularity.base")).isEqualTo(0.8, within(1e-6));
        assertThat(features.get("popularity.views_log")).isEqualTo(Math.log(61), within(1e-5));
        assertThat(features.get("popularity.expected_engagement"))
                .isEqualTo((10 + 40 * (10.0 / 60)) / (60 + 40), within(1e-6));
        assertThat(features.get(1, "popularity.plays_log")).isZero();
        assertThat(features.get(1, "popularity.recent_share")).isNaN();
        assertThat(features.get(1, "popularity.plays_per_listener_log")).isNaN();
        assertThat(features.get(1, "popularity.base")).isNaN();
    }
}
