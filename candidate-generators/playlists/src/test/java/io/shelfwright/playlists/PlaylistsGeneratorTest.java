package io.shelfwright.playlists;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestCatalogBuilder;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaylistsGeneratorTest {

    static PlaylistsSettings settings(List<String> kinds) {
        return new PlaylistsSettings(kinds, 1, 0.6, 0.4, 1.5, 0.2, 0.1, 10, 50, 100, 10, 500, 2000);
    }

    private static TestCatalogBuilder world() {
        return TestCatalog.builder()
                .artist("nina", "jazz")
                .artist("ella", "jazz")
                .artist("ozzy", "metal")
                .artistName("nina", "Nina Simone")
                .playlist("with-nina", "nina")
                .playlist("with-ella", "ella")
                .playlist("with-ozzy", "ozzy")
                .item(Item.builder("jazzy", ItemKind.PLAYLIST, "Jazzy").genres("jazz"))
                .album("album-nina", "nina")
                .neighbour("nina", "ella", 0.8)
                .plays("with-ozzy", 1000);
    }

    @Test
    void ownArtistsComeBeforeNearArtistsAndGenresAndThoseBeforeWhatIsPopular() {
        List<Proposal> proposals = propose(world().build(), TestUser.of("u").plays("nina", 500, daysAgo(1)));

        assertThat(ids(proposals)).containsExactly("with-nina", "with-ella", "jazzy", "with-ozzy");
        assertThat(texts(proposals))
                .containsExactly(
                        "With Nina Simone, whom you play",
                        "For listeners of Nina Simone",
                        "Because you listen to jazz",
                        "Popular with listeners everywhere");
        assertThat(proposals.get(1).evidence().sources()).containsExactly("nina");
    }

    @Test
    void whatIsCloseToTheUsersVectorComesFirstAndSaysWhatItIsCloseTo() {
        TestCatalogBuilder vectors = world().item(Item.builder("odd", ItemKind.PLAYLIST, "Odd one"))
                .item(Item.builder("abroad", ItemKind.PLAYLIST, "Abroad").markets(Set.of("JP")))
                .vector("nina", 1, 0)
                .vector("odd", 0.9, 0.1)
                .vector("abroad", 2, 0)
                .vector("with-ozzy", -1, 0);

        List<Proposal> proposals =
                propose(vectors.build(), TestUser.of("u").market("SE").plays("nina", 500, daysAgo(1)));

        assertThat(ids(proposals)).startsWith("odd").doesNotContain("abroad");
        assertThat(proposals.get(0).evidence().text()).isEqualTo("Close to what you play: Artist nina");
        assertThat(proposals.get(0).evidence().sources()).containsExactly("nina");
    }

    @Test
    void aUserWithoutHistoryGetsWhatIsPopularInTheMarket() {
        Catalog catalog = world().marketPlays("SE", "with-ella", 5).build();

        List<Proposal> proposals = propose(catalog, TestUser.of("u").market("SE"));

        assertThat(proposals.get(0).itemId()).isEqualTo("with-ella");
        assertThat(texts(proposals)).containsOnly("Popular in SE");
        assertThat(proposals).hasSize(4);
    }

    @Test
    void tasteTakesOverWithEveryPlay() {
        Catalog catalog = world().build();
        List<Proposal> afterOne = propose(catalog, TestUser.of("u").play("nina"));
        List<Proposal> afterMany = propose(catalog, TestUser.of("u").plays("nina", 100, daysAgo(1)));

        assertThat(ids(afterOne)).startsWith("with-ozzy");
        assertThat(ids(afterMany)).startsWith("with-nina");
    }

    @Test
    void whatWasPlayedIsNotNewButWhatWasOnlySeenIs() {
        TestUser user = TestUser.of("u")
                .plays("nina", 100, daysAgo(1))
                .play("with-nina", daysAgo(300))
                .impressions("with-ella", "s", 3, daysAgo(1));

        assertThat(ids(propose(world().build(), user))).contains("with-ella").doesNotContain("with-nina");
    }

    @Test
    void aSecondInstanceProposesAlbums() {
        Catalog catalog = world().build();
        PlaylistsGenerator albums = new PlaylistsGenerator(settings(List.of("album")), catalog);
        UserState user = TestUser.of("u").plays("nina", 9, daysAgo(1)).build(catalog);

        assertThat(ids(albums.propose(TestRequests.recall(user, TestShelves.shelf("s")))))
                .containsExactly("album-nina");
    }

    @Test
    void aPlaylistOfSeveralOwnArtistsBeatsOneOfASingleOwnArtist() {
        Catalog catalog = TestCatalog.builder()
                .artist("x")
                .artist("y")
                .artist("z")
                .playlist("one", "x")
                .playlist("three", "x", "y", "z", "p", "q", "r")
                .build();
        TestUser user = TestUser.of("u")
                .plays("x", 10, daysAgo(1))
                .plays("y", 10, daysAgo(1))
                .plays("z", 10, daysAgo(1));

        assertThat(ids(propose(catalog, user))).containsExactly("three", "one");
    }

    @Test
    void aShelfThatAcceptsNoneOfTheKindsGetsNothing() {
        Catalog catalog = world().build();
        UserState user = TestUser.of("u").build(catalog);

        assertThat(new PlaylistsGenerator(settings(List.of("playlist")), catalog)
                        .propose(TestRequests.recall(user, TestShelves.shelf("s", "s", ItemKind.ALBUM))))
                .isEmpty();
    }

    @Test
    void noPlayedItemIsEverProposedAndThereAreAlwaysEnough() {
        RandomCases.run(30, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            PlaylistsGenerator generator = new PlaylistsGenerator(settings(List.of("album")), world.catalog());
            for (UserState user : world.users()) {
                List<Proposal> proposals = generator.propose(TestRequests.recall(user, 10, TestShelves.shelf("s")));
                assertThat(proposals).hasSize(10);
                for (Proposal proposal : proposals) {
                    var history = user.history(proposal.itemId());
                    assertThat(history == null || history.plays() == 0).isTrue();
                }
            }
        });
    }

    @Test
    void weightsThatAreAllZeroAreRefused() {
        assertThatThrownBy(() -> new PlaylistsSettings(List.of(), 0, 0, 0, 1, 0, 0.1, 10, 50, 100, 10, 500, 2000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one weight");
    }

    @Test
    void thePluginIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class))
                .anySatisfy(plugin -> assertThat(plugin).isInstanceOf(PlaylistsPlugin.class));
    }

    private static List<Proposal> propose(Catalog catalog, TestUser user) {
        return new PlaylistsGenerator(settings(List.of("playlist")), catalog)
                .propose(TestRequests.recall(user.build(catalog), TestShelves.shelf("s")));
    }

    private static List<String> ids(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::itemId).toList();
    }

    private static List<String> texts(List<Proposal> proposals) {
        return proposals.stream().map(proposal -> proposal.evidence().text()).toList();
    }
}
