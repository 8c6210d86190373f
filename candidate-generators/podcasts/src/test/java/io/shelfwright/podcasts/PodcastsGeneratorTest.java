package io.shelfwright.podcasts;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemBuilder;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestCatalogBuilder;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PodcastsGeneratorTest {

    static PodcastsSettings settings(double spread) {
        return new PodcastsSettings(1, 0.5, 1.5, 0.5, 0.2, spread, 2, 20, 20_000);
    }

    @Test
    void aNewcomerGetsWhatIsPopularInTheMarket() {
        Catalog catalog = TestCatalog.builder()
                .show("world")
                .show("swedish")
                .show("nobody")
                .plays("world", 1000)
                .marketPlays("SE", "swedish", 10)
                .build();

        List<Proposal> proposals = propose(catalog, TestUser.of("u").market("SE"));

        assertThat(proposals.get(0).itemId()).isEqualTo("swedish");
        assertThat(proposals).hasSize(3);
        assertThat(texts(proposals)).containsOnly("Popular in SE");
    }

    @Test
    void genreAndPublisherOfPlayedShowsCount() {
        Catalog catalog = TestCatalog.builder()
                .item(show("played").genres("comedy").publisher("Wondery"))
                .item(show("same-genre").genres("comedy").publisher("Acast"))
                .item(show("same-publisher").genres("news").publisher("Wondery"))
                .item(show("hit").genres("news").publisher("Acast"))
                .plays("hit", 100)
                .build();

        List<Proposal> proposals = propose(catalog, TestUser.of("u").plays("played", 20, daysAgo(1)));

        assertThat(ids(proposals)).containsExactly("same-genre", "same-publisher", "hit");
        assertThat(texts(proposals))
                .containsExactly(
                        "Because you listen to podcasts about comedy",
                        "From Wondery, whose shows you listen to",
                        "Popular with listeners everywhere");
    }

    @Test
    void whatListenersOfTheSameShowPlayNamesThatShow() {
        Catalog catalog = TestCatalog.builder()
                .item(show("played"))
                .item(show("near"))
                .item(show("hit"))
                .plays("hit", 100)
                .neighbour("played", "near", 0.7)
                .build();

        List<Proposal> proposals = propose(catalog, TestUser.of("u").plays("played", 20, daysAgo(1)));

        assertThat(ids(proposals)).containsExactly("near", "hit");
        assertThat(proposals.get(0).evidence().text()).isEqualTo("Because you listen to Show played");
        assertThat(proposals.get(0).evidence().sources()).containsExactly("played");
    }

    @Test
    void musicSaysNothingAboutTheGenresOfTalk() {
        Catalog catalog = TestCatalog.builder()
                .album("song", "a", "comedy")
                .show("comedy-show", "comedy")
                .show("news-show", "news")
                .plays("news-show", 10)
                .build();

        List<Proposal> proposals = propose(catalog, TestUser.of("u").plays("song", 100, daysAgo(1)));

        assertThat(ids(proposals)).containsExactly("news-show", "comedy-show");
    }

    @Test
    void aShowInAForeignLanguageSinksButNotWhereNoLanguageIsKnown() {
        Catalog catalog = TestCatalog.builder()
                .item(show("german").language("de"))
                .item(show("swedish").language("sv"))
                .item(show("silent"))
                .plays("german", 100)
                .plays("silent", 50)
                .build();

        assertThat(ids(propose(catalog, TestUser.of("u").language("sv"))))
                .containsExactly("swedish", "silent", "german");
        assertThat(ids(propose(catalog, TestUser.of("u")))).containsExactly("german", "silent", "swedish");
    }

    @Test
    void aLanguageThatIsListenedToIsNotForeign() {
        Catalog catalog = TestCatalog.builder()
                .item(show("played").language("de"))
                .item(show("german").language("de"))
                .item(show("dutch").language("nl"))
                .plays("dutch", 100)
                .build();

        assertThat(ids(propose(catalog, TestUser.of("u").language("en").play("played"))))
                .containsExactly("german", "dutch");
    }

    @Test
    void playedAndFollowedShowsAreNotProposed() {
        Catalog catalog =
                TestCatalog.builder().show("played").show("saved").show("new").build();
        TestUser user = TestUser.of("u").play("played").save("saved", daysAgo(1));

        assertThat(ids(propose(catalog, user))).containsExactly("new");
    }

    @Test
    void newcomersDoNotAllGetTheSameListButKeepTheirsForTheWeek() {
        Catalog catalog = hundredShows();
        Set<List<String>> lists = new HashSet<>();
        for (int user = 0; user < 50; user++) {
            TestUser newcomer = TestUser.of("u" + user);
            List<String> list = ids(propose(settings(0.3), catalog, newcomer));
            lists.add(list);
            assertThat(ids(propose(settings(0.3), catalog, newcomer))).isEqualTo(list);
            assertThat(list.subList(0, 3)).contains("show-099");
        }
        assertThat(lists).hasSizeGreaterThan(45);
    }

    @Test
    void withoutSpreadNewcomersGetTheListOfPopularity() {
        List<String> list = ids(propose(hundredShows(), TestUser.of("u")));

        assertThat(list)
                .hasSize(100)
                .startsWith("show-099", "show-098", "show-097")
                .endsWith("show-000");
    }

    @Test
    void theScanLimitBoundsWhatIsLookedAtNearShowsFirst() {
        Catalog catalog = TestCatalog.builder()
                .show("played")
                .show("hit")
                .show("near")
                .plays("hit", 9)
                .neighbour("played", "near", 0.5)
                .build();
        PodcastsSettings narrow = new PodcastsSettings(1, 0.5, 1.5, 0.5, 0.2, 0, 2, 20, 1);

        assertThat(ids(propose(narrow, catalog, TestUser.of("u").play("played"))))
                .containsExactly("near");
    }

    @Test
    void weightsThatAreAllZeroAreRefused() {
        assertThatThrownBy(() -> new PodcastsSettings(0, 0, 0, 0, 0.2, 0.3, 2, 20, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one weight");
    }

    @Test
    void thePluginIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class))
                .anySatisfy(plugin -> assertThat(plugin).isInstanceOf(PodcastsPlugin.class));
    }

    private static Catalog hundredShows() {
        TestCatalogBuilder builder = TestCatalog.builder();
        for (int i = 0; i < 100; i++) {
            String id = String.format("show-%03d", i);
            builder.show(id).plays(id, i);
        }
        return builder.build();
    }

    private static ItemBuilder show(String id) {
        return Item.builder(id, ItemKind.PODCAST_SHOW, "Show " + id);
    }

    private static List<Proposal> propose(Catalog catalog, TestUser user) {
        return propose(settings(0), catalog, user);
    }

    private static List<Proposal> propose(PodcastsSettings settings, Catalog catalog, TestUser user) {
        return new PodcastsGenerator(settings, catalog)
                .propose(TestRequests.recall(user.build(catalog), TestShelves.shelf("s")));
    }

    private static List<String> ids(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::itemId).toList();
    }

    private static List<String> texts(List<Proposal> proposals) {
        return proposals.stream().map(proposal -> proposal.evidence().text()).toList();
    }
}
