package io.shelfwright.shortcuts;

import static io.shelfwright.testkit.TestRequests.AT;
import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ShortcutsGeneratorTest {
    static final ShortcutsSettings DEFAULTS = new ShortcutsSettings(List.of(), 1, 1, 0.8, 0.4, 0.2, 14, 12, 5000);
    private static final ShelfSpec SHELF = TestShelves.shelf("s");

    private final Catalog catalog = TestCatalog.builder()
            .album("a", "artist-a")
            .album("b", "artist-b")
            .album("c", "artist-c")
            .album("d", "artist-c")
            .show("show")
            .neighbour("a", "b", 0.95)
            .build();

    @Test
    void ofTwoItemsPlayedAlikeTheOnePlayedLastComesFirst() {
        TestUser user = TestUser.of("u").play("a", daysAgo(9)).play("b", daysAgo(1));

        assertThat(ids(user)).containsExactly("b", "a");
        assertThat(text(user, "b")).isEqualTo("Played yesterday");
    }

    @Test
    void whatIsPlayedOftenComesBeforeWhatWasPlayedOnceALittleLater() {
        TestUser user = TestUser.of("u").plays("a", 40, daysAgo(3)).play("b", daysAgo(1));

        assertThat(ids(user)).containsExactly("a", "b");
        assertThat(text(user, "a")).isEqualTo("You play this often");
    }

    @Test
    void inTheEveningTheEveningHabitComesFirstAndInTheMorningTheMorningHabit() {
        TestUser user = TestUser.of("u");
        for (int day = 7; day < 28; day += 7) {
            user.play("a", AT.minus(Duration.ofDays(day)).plus(Duration.ofHours(8)));
            user.play("b", AT.minus(Duration.ofDays(day)).minus(Duration.ofHours(4)));
        }

        List<Proposal> evening = propose(user, at(AT.plus(Duration.ofHours(8)), "UTC"));
        List<Proposal> morning = propose(user, at(AT.minus(Duration.ofHours(3)), "UTC"));

        assertThat(evening.get(0).itemId()).isEqualTo("a");
        assertThat(evening.get(0).evidence().text()).isEqualTo("You often listen to this in the evening");
        assertThat(morning.get(0).itemId()).isEqualTo("b");
        assertThat(morning.get(0).evidence().text()).isEqualTo("You often listen to this in the morning");
    }

    @Test
    void yesterdayIsReadInTheUsersZone() {
        TestUser user = TestUser.of("u").play("a", Instant.parse("2024-05-01T04:00:00Z"));
        RecallRequest request = new RecallRequest(at(AT, "America/New_York"), user.build(catalog), List.of(SHELF), 10);

        assertThat(text(user, "a")).isEqualTo("Played today");
        assertThat(propose(request).get(0).evidence().text()).isEqualTo("Played today");
        assertThat(propose(user, at(AT, "America/Los_Angeles"))
                        .get(0)
                        .evidence()
                        .text())
                .isEqualTo("Played yesterday");
    }

    @Test
    void whatLiesNearTheLastSessionRises() {
        TestUser user = TestUser.of("u")
                .plays("b", 4, daysAgo(40))
                .plays("c", 4, daysAgo(40))
                .save("b", daysAgo(40))
                .save("c", daysAgo(40))
                .play("a", AT.minus(Duration.ofMinutes(20)));

        assertThat(ids(user)).containsSubsequence("b", "c");
        assertThat(text(user, "b")).isEqualTo("Because you just listened to Album a");
        assertThat(text(user, "c")).doesNotContain("just");
    }

    @Test
    void anotherAlbumOfTheLastSessionsArtistRises() {
        TestUser user = TestUser.of("u")
                .plays("b", 2, daysAgo(50))
                .plays("d", 2, daysAgo(50))
                .play("c", AT.minus(Duration.ofMinutes(20)));

        assertThat(ids(user)).containsExactly("c", "d", "b");
    }

    @Test
    void whatIsSkippedOftenSinks() {
        TestUser user = TestUser.of("u").plays("a", 5, daysAgo(2)).plays("b", 5, daysAgo(3));
        assertThat(ids(user)).containsExactly("a", "b");

        for (int i = 0; i < 5; i++) {
            user.skip("a", daysAgo(1));
        }
        assertThat(ids(user)).containsExactly("b", "a");
    }

    @Test
    void whatWasOnlySeenOrSkippedIsNotFamiliarButWhatWasSavedIs() {
        TestUser user = TestUser.of("u")
                .impressions("a", "s", 9, daysAgo(1))
                .skip("b", daysAgo(1))
                .save("c", daysAgo(1));

        assertThat(ids(user)).containsExactly("c");
        assertThat(text(user, "c")).isEqualTo("You saved this");
    }

    @Test
    void whatTheCatalogNoLongerHoldsIsLeftOut() {
        assertThat(ids(TestUser.of("u").play("gone").play("a"))).containsExactly("a");
    }

    @Test
    void theSettingKindsRestrictsWhatIsProposed() {
        ShortcutsSettings shows =
                new ShortcutsSettings(List.of(ItemKind.PODCAST_SHOW.name()), 1, 1, 0.8, 0.4, 0.2, 14, 12, 5000);
        UserState user = TestUser.of("u").play("a").play("show").build(catalog);

        assertThat(new ShortcutsGenerator(shows, catalog).propose(TestRequests.recall(user, SHELF)))
                .extracting(Proposal::itemId)
                .containsExactly("show");
    }

    @Test
    void aUserWithoutHistoryGetsNothing() {
        assertThat(ids(TestUser.of("u"))).isEmpty();
    }

    @Test
    void onlyWhatTheUserPlayedOrSavedIsProposed() {
        RandomCases.run(30, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            ShortcutsGenerator generator = new ShortcutsGenerator(DEFAULTS, world.catalog());
            for (UserState user : world.users()) {
                for (Proposal proposal : generator.propose(TestRequests.recall(user, SHELF))) {
                    var history = user.history(proposal.itemId());
                    assertThat(history != null && (history.plays() > 0 || history.saved()))
                            .isTrue();
                }
            }
        });
    }

    @Test
    void weightsThatAreAllZeroAreRefused() {
        assertThatThrownBy(() -> new ShortcutsSettings(List.of(), 0, 0, 0, 0, 0, 14, 12, 5000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one weight");
    }

    @Test
    void thePluginIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class))
                .anySatisfy(plugin -> assertThat(plugin).isInstanceOf(ShortcutsPlugin.class));
    }

    private static RequestContext at(Instant at, String zone) {
        return new RequestContext("r", "u", at, ZoneId.of(zone), "", "desktop", 1);
    }

    private List<Proposal> propose(RecallRequest request) {
        return new ShortcutsGenerator(DEFAULTS, catalog).propose(request);
    }

    private List<Proposal> propose(TestUser user, RequestContext context) {
        return propose(new RecallRequest(context, user.build(catalog), List.of(SHELF), 10));
    }

    private List<String> ids(TestUser user) {
        return propose(TestRequests.recall(user.build(catalog), SHELF)).stream()
                .map(Proposal::itemId)
                .toList();
    }

    private String text(TestUser user, String itemId) {
        return propose(TestRequests.recall(user.build(catalog), SHELF)).stream()
                .filter(proposal -> proposal.itemId().equals(itemId))
                .findFirst()
                .orElseThrow()
                .evidence()
                .text();
    }
}
