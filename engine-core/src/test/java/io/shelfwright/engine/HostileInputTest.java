package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd input gives a good page or one clear error, and is never lost from the log. */
class HostileInputTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void anEmptyCatalogGivesAnEmptyPageThatSaysSo() throws Exception {
        HomePage page = world.items(0).home("u");

        assertThat(page.shelves()).isEmpty();
        assertThat(EngineWorld.degradations(page)).containsExactly("packing/page/empty");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
        assertThat(world.engine().explain(page, "x").summary()).contains("no item 'x'");
    }

    @Test
    void aCatalogTooSmallForAnyShelfGivesAnEmptyPage() {
        assertThat(EngineWorld.degradations(world.items(2).home("u"))).containsExactly("packing/page/empty");
    }

    @Test
    void anUnknownUserGetsAPage() {
        HomePage page = world.home("nobody-ever-heard-of");

        PageChecks.isAGoodPage(page);
        assertThat(page.stateVersion()).isZero();
    }

    @Test
    void idsOf512CharactersAreFineAndLongerOnesAreRefused() throws Exception {
        String longest = "長".repeat(512);
        world.snapshots.publishCatalog(
                "long",
                EngineWorld.catalog(TinyCatalog.of(40, NOW)
                        .with(Item.builder(longest, TinyCatalog.KINDS.get(0), "Long")
                                .artists("a")
                                .build())));
        HomePage page = world.engine()
                .home(HomeRequest.forUser(longest)
                        .requestId(longest)
                        .at(NOW)
                        .seed(1)
                        .build());

        PageChecks.isAGoodPage(page);
        world.engine().record(Interaction.of(longest, InteractionType.PLAY, longest));
        world.engine().explain(page, longest);
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
        assertThatThrownBy(() -> HomeRequest.forUser(longest + "x"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("513");
        for (String bad : List.of("", " ", "a\u0000b", "half a pair \ud83c")) {
            assertThatThrownBy(() -> HomeRequest.forUser(bad)).isInstanceOf(BadRequestException.class);
        }
    }

    @Test
    void namesOfAnyScriptAreServedAndLogged() throws Exception {
        for (String user : List.of("Ωμέγα", "小林", "🎧🎶", "a\tb\nc", "'; drop table users; --", "../../etc", "ｕ")) {
            HomePage page = world.engine()
                    .home(HomeRequest.forUser(user)
                            .at(NOW)
                            .seed(7)
                            .device("ラジオ")
                            .market("å")
                            .build());

            PageChecks.isAGoodPage(page);
            world.engine()
                    .record(Feedback.hide(user, page.shelves().get(0).cards().get(0)));
            PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
        }
    }

    @Test
    void anUnknownMarketShowsWhatMayBeShownEverywhere() {
        HomePage page =
                world.engine().home(EngineWorld.request("u").market("nowhere").build());

        PageChecks.isAGoodPage(page);
    }

    @Test
    void seedsFromTheSmallestToTheLargestGivePages() {
        for (long seed : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
            HomePage page =
                    world.engine().home(EngineWorld.request("u").seed(seed).build());

            PageChecks.isAGoodPage(page);
            assertThat(page.seed()).isEqualTo(seed);
        }
    }

    @Test
    void timesFarAwayGivePagesAndAbsurdOnesAreRefused() throws Exception {
        world.engine()
                .record(Interaction.of("u", InteractionType.PLAY, "item-000").at(NOW));
        for (String at : List.of("0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "2999-01-01T00:00:00Z")) {
            HomePage page = world.engine()
                    .home(EngineWorld.request("u")
                            .at(Instant.parse(at))
                            .zone(ZoneId.of("+18:00"))
                            .build());

            PageChecks.isAGoodPage(page);
            assertThat(page.degradations()).isEmpty();
            PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
        }
        for (Instant at : List.of(Instant.MIN, Instant.MAX, Instant.ofEpochMilli(NOW.getEpochSecond() * 1_000_000))) {
            assertThatThrownBy(() ->
                            world.engine().home(EngineWorld.request("u").at(at).build()))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("allowed are times from");
            assertThatThrownBy(() -> world.engine()
                            .record(Interaction.of("u", InteractionType.PLAY, "item-000")
                                    .at(at)))
                    .isInstanceOf(BadRequestException.class);
        }
        PageChecks.isAGoodPage(world.home("u"));
    }

    @Test
    void anInteractionWithWhatDoesNotExistIsRecordedAndHarmless() {
        world.engine().record(Interaction.of("u", InteractionType.PLAY, "no-such-item"));
        world.engine()
                .record(Interaction.of("u", InteractionType.PLAY, "item-001").withAmount(1e300));
        world.engine()
                .record(Interaction.of("u", InteractionType.IMPRESSION, "item-002")
                        .withAmount(Double.MAX_VALUE));

        PageChecks.isAGoodPage(world.home("u"));
        assertThatThrownBy(() -> world.engine().record(Feedback.undo("u", "never-happened")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("never-happened");
    }
}
