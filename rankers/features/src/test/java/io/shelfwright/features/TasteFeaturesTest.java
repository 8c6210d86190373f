package io.shelfwright.features;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestUser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasteFeaturesTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .album("blue", "nina", "jazz")
            .album("red", "otis", "soul")
            .album("green", "nobody", "metal")
            .playlist("both", "otis", "nina", "nobody", "else")
            .item(Item.builder("new", ItemKind.ALBUM, "New").artists("otis").genres("soul", "metal"))
            .item(Item.builder("bare", ItemKind.ALBUM, "Bare"))
            .build();

    private final TestUser user = TestUser.of("u").plays("blue", 3, daysAgo(1)).plays("red", 1, daysAgo(1));

    @Test
    void artistsAreComparedWithTheSharesOfListening() {
        Computed features = Computed.of(catalog, user, "both", "green", "new");

        assertThat(features.get("user_item.artist_share")).isEqualTo(0.75, within(1e-6));
        assertThat(features.get("user_item.artist_share_mean")).isEqualTo(0.25, within(1e-6));
        assertThat(features.get("user_item.artist_rank")).isEqualTo(1);
        assertThat(features.get("user_item.played_artists")).isEqualTo(0.5);
        assertThat(features.get(1, "user_item.artist_share")).isZero();
        assertThat(features.get(1, "user_item.artist_rank")).isZero();
        assertThat(features.get(2, "user_item.artist_rank")).isEqualTo(0.5);
    }

    @Test
    void genresAreComparedWithTheSharesOfListening() {
        Computed features = Computed.of(catalog, user, "new", "green");

        assertThat(features.get("user_item.genre_match")).isEqualTo(0.25, within(1e-6));
        double norm = Math.sqrt(0.75 * 0.75 + 0.25 * 0.25);
        assertThat(features.get("user_item.genre_cosine")).isEqualTo(0.25 / (norm * Math.sqrt(2)), within(1e-6));
        assertThat(features.get("user_item.top_genre_match")).isEqualTo(0.5);
        assertThat(features.get(1, "user_item.genre_match")).isZero();
        assertThat(features.get(1, "user_item.kind_share")).isEqualTo(1, within(1e-6));
    }

    @Test
    void anItemThatStatesNothingHasMissingAffinities() {
        Computed features = Computed.of(catalog, user, "bare");

        for (String name : List.of(
                "artist_share",
                "artist_share_mean",
                "artist_rank",
                "played_artists",
                "favourite_artist",
                "genre_match",
                "genre_cosine",
                "top_genre_match",
                "language_match",
                "language_share",
                "publisher_share")) {
            assertThat(features.get("user_item." + name)).as(name).isNaN();
        }
    }

    @Test
    void aFollowedArtistMakesItsItemsFavourites() {
        user.follow(TargetType.ARTIST, "nobody", daysAgo(2));

        Computed features = Computed.of(catalog, user, "green", "blue");

        assertThat(features.get("user_item.favourite_artist")).isEqualTo(1);
        assertThat(features.get(1, "user_item.favourite_artist")).isZero();
    }

    @Test
    void languageAndPublisherAreSharesOnlyWhereListeningStatesThem() {
        TestCatalog shows = TestCatalog.builder()
                .item(Item.builder("sv", ItemKind.PODCAST_SHOW, "Åre")
                        .language("sv")
                        .publisher("Radio"))
                .item(Item.builder("en", ItemKind.PODCAST_SHOW, "News")
                        .language("en")
                        .publisher("Press"))
                .album("mute", "nina")
                .build();

        Computed known = Computed.of(shows, TestUser.of("u").language("sv").play("sv"), "sv", "en");
        Computed unstated = Computed.of(shows, TestUser.of("u").language("sv").play("mute"), "sv");

        assertThat(known.get("user_item.language_match")).isEqualTo(1);
        assertThat(known.get("user_item.language_share")).isEqualTo(1, within(1e-6));
        assertThat(known.get("user_item.publisher_share")).isEqualTo(1, within(1e-6));
        assertThat(known.get(1, "user_item.language_match")).isZero();
        assertThat(known.get(1, "user_item.language_share")).isZero();
        assertThat(known.get(1, "user_item.publisher_share")).isZero();
        assertThat(unstated.get("user_item.language_share")).isNaN();
        assertThat(unstated.get("user_item.publisher_share")).isNaN();
        assertThat(unstated.get("user_item.language_match")).isEqualTo(1);
    }

    @Test
    void onlyTheFirstArtistsOfALongPlaylistAreRead() {
        List<String> artists = new ArrayList<>();
        for (int i = 0; i < CatalogFacts.ARTISTS; i++) {
            artists.add("filler-" + i);
        }
        artists.add("nina");
        TestCatalog longList = TestCatalog.builder()
                .album("blue", "nina", "jazz")
                .item(Item.builder("long", ItemKind.PLAYLIST, "Long").artists(artists))
                .build();

        Computed features = Computed.of(longList, TestUser.of("u").play("blue"), "long");

        assertThat(features.get("user_item.artist_share")).isZero();
    }
}
