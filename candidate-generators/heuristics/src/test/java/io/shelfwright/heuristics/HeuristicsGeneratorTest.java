package io.shelfwright.heuristics;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class HeuristicsGeneratorTest {

    @Test
    void whatIsPlayedLatelyComesBeforeWhatWasPlayedMoreInAllTime() {
        Catalog catalog = TestCatalog.builder()
                .album("classic", "a")
                .album("hit", "b")
                .album("dusty", "c")
                .album("forgotten", "d")
                .plays("classic", 9000)
                .recentPlays("classic", 5)
                .plays("hit", 100)
                .recentPlays("hit", 90)
                .plays("dusty", 50)
                .recentPlays("dusty", 0)
                .build();

        List<Proposal> proposals = propose(StrategyName.POPULAR_NOW, catalog, TestUser.of("u"));

        assertThat(ids(proposals)).containsExactly("hit", "classic", "dusty", "forgotten");
        assertThat(texts(proposals)).containsOnly("Popular right now");
    }

    @Test
    void aShelfForPlaylistsGetsTheFullLimitThoughAlbumsArePlayedMore() {
        var builder = TestCatalog.builder();
        for (int i = 0; i < 20; i++) {
            builder.album("album-" + i, "a").plays("album-" + i, 1000);
            builder.playlist("playlist-" + i, "a").plays("playlist-" + i, i);
        }
        Catalog catalog = builder.build();

        List<Proposal> proposals = generator(settings(StrategyName.POPULAR_NOW), catalog)
                .propose(TestRequests.recall(
                        TestUser.of("u").build(catalog), 5, TestShelves.shelf("s", "s", ItemKind.PLAYLIST)));

        assertThat(ids(proposals))
                .containsExactly("playlist-19", "playlist-18", "playlist-17", "playlist-16", "playlist-15");
    }

    @Test
    void theSettingKindsRestrictsWhatIsProposed() {
        Catalog catalog = TestCatalog.builder().album("album", "a").show("show").build();
        var settings = new HeuristicsSettings(StrategyName.POPULAR_NOW, List.of("podcast-show"), 0, 5, 3);

        assertThat(ids(propose(settings, catalog, TestUser.of("u")))).containsExactly("show");
    }

    @Test
    void newReleasesOfTheMostPlayedArtistComeFirstAndNeverThoseOfTheFuture() {
        Catalog catalog = TestCatalog.builder()
                .artist("loved")
                .artist("liked")
                .item(album("loved-new", "loved", 10))
                .item(album("loved-old", "loved", 91))
                .item(album("loved-next-week", "loved", -7))
                .item(album("liked-new", "liked", 10))
                .item(album("liked-older", "liked", 80))
                .item(album("heard", "liked", 1))
                .item(album("stranger", "other", 1))
                .artistName("loved", "Nina Simone")
                .build();
        TestUser user = TestUser.of("u")
                .plays("loved", 9, daysAgo(1))
                .plays("liked", 3, daysAgo(1))
                .plays("heard", 1, daysAgo(1));

        List<Proposal> proposals = propose(StrategyName.NEW_RELEASES, catalog, user);

        assertThat(ids(proposals)).containsExactly("loved-new", "liked-new", "liked-older");
        assertThat(proposals.get(0).evidence().text()).isEqualTo("New from Nina Simone");
        assertThat(proposals.get(0).evidence().sources()).containsExactly("loved");
    }

    @Test
    void whatLiesNearAFavouriteNamesThatFavourite() {
        Catalog catalog = TestCatalog.builder()
                .album("seed", "a")
                .album("near", "b")
                .album("nearer", "c")
                .album("same-artist", "a")
                .album("far", "z")
                .neighbour("seed", "nearer", 0.9)
                .neighbour("seed", "near", 0.6)
                .build();
        TestUser user = TestUser.of("u").plays("seed", 5, daysAgo(2));

        List<Proposal> proposals = propose(StrategyName.BECAUSE_YOU_LISTENED, catalog, user);

        assertThat(ids(proposals)).containsExactly("nearer", "near", "same-artist");
        assertThat(texts(proposals)).containsOnly("Because you listened to Album seed");
        assertThat(proposals.get(0).evidence().sources()).containsExactly("seed");
    }

    @Test
    void aSkippedItemIsNoSeedAndAKnownItemIsNotProposed() {
        Catalog catalog = TestCatalog.builder()
                .album("seed", "a")
                .album("known", "b")
                .album("skipped", "c")
                .album("near-skipped", "d")
                .neighbour("seed", "known", 0.9)
                .neighbour("skipped", "near-skipped", 0.9)
                .build();
        TestUser user = TestUser.of("u")
                .plays("seed", 5, daysAgo(2))
                .play("known", daysAgo(90))
                .play("skipped", daysAgo(1))
                .skip("skipped", daysAgo(1))
                .skip("skipped", daysAgo(1));

        assertThat(ids(propose(StrategyName.BECAUSE_YOU_LISTENED, catalog, user)))
                .isEmpty();
    }

    @Test
    void whereNoNeighboursAreKnownTheGenreHelps() {
        Catalog catalog = TestCatalog.builder()
                .album("seed", "a", "jazz")
                .album("alike", "b", "jazz")
                .album("other", "c", "metal")
                .build();

        assertThat(ids(propose(
                        StrategyName.BECAUSE_YOU_LISTENED,
                        catalog,
                        TestUser.of("u").play("seed"))))
                .containsExactly("alike");
    }

    @Test
    void onlyWhatWasLovedAndIsSilentForLongIsRediscovered() {
        Catalog catalog = TestCatalog.builder()
                .album("loved", "a")
                .album("saved", "b")
                .album("lately", "c")
                .album("once", "d")
                .build();
        TestUser user = TestUser.of("u")
                .plays("loved", 30, daysAgo(150))
                .plays("saved", 1, daysAgo(61))
                .save("saved", daysAgo(61))
                .plays("lately", 30, daysAgo(59))
                .plays("once", 1, daysAgo(200));

        List<Proposal> proposals = propose(StrategyName.REDISCOVER, catalog, user);

        assertThat(ids(proposals)).containsExactly("loved", "saved");
        assertThat(texts(proposals).get(0)).isEqualTo("You loved this, and have not played it for 5 months");
    }

    @Test
    void whatIsPopularNearYouDependsOnTheMarket() {
        Catalog catalog = TestCatalog.builder()
                .album("world", "a")
                .album("swedish", "b")
                .plays("world", 1000)
                .plays("swedish", 10)
                .marketPlays("SE", "swedish", 10)
                .build();

        List<Proposal> swedish =
                propose(StrategyName.POPULAR_NEAR_YOU, catalog, TestUser.of("u").market("SE"));
        List<Proposal> unknown = propose(StrategyName.POPULAR_NEAR_YOU, catalog, TestUser.of("u"));

        assertThat(ids(swedish)).containsExactly("swedish", "world");
        assertThat(texts(swedish)).containsOnly("Popular in SE");
        assertThat(ids(unknown)).containsExactly("world", "swedish");
        assertThat(texts(unknown)).containsOnly("Popular with listeners everywhere");
    }

    @Test
    void personalStrategiesProposeNothingToAUserOfWhomNothingIsKnown() {
        Catalog catalog = TestCatalog.builder().item(album("new", "a", 1)).build();
        for (StrategyName strategy :
                List.of(StrategyName.NEW_RELEASES, StrategyName.BECAUSE_YOU_LISTENED, StrategyName.REDISCOVER)) {
            assertThat(propose(strategy, catalog, TestUser.of("u"))).isEmpty();
        }
    }

    @Test
    void aKindThatIsNoNameIsRefused() {
        assertThatThrownBy(() -> new HeuristicsSettings(StrategyName.POPULAR_NOW, List.of("Playlist!"), 0, 5, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Playlist!");
    }

    @Test
    void thePluginIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class))
                .anySatisfy(plugin -> assertThat(plugin).isInstanceOf(HeuristicsPlugin.class));
    }

    private static Item album(String id, String artist, double daysOld) {
        return Item.builder(id, ItemKind.ALBUM, id)
                .artists(artist)
                .releasedAt(daysAgo(daysOld))
                .build();
    }

    private static HeuristicsSettings settings(StrategyName strategy) {
        return new HeuristicsSettings(strategy, List.of(), 0, 5, 3);
    }

    private static HeuristicsGenerator generator(HeuristicsSettings settings, Catalog catalog) {
        return new HeuristicsGenerator(settings, catalog);
    }

    private static List<Proposal> propose(StrategyName strategy, Catalog catalog, TestUser user) {
        return propose(settings(strategy), catalog, user);
    }

    private static List<Proposal> propose(HeuristicsSettings settings, Catalog catalog, TestUser user) {
        return generator(settings, catalog).propose(TestRequests.recall(user.build(catalog), TestShelves.shelf("s")));
    }

    private static List<String> ids(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::itemId).toList();
    }

    private static List<String> texts(List<Proposal> proposals) {
        return proposals.stream().map(proposal -> proposal.evidence().text()).toList();
    }
}
