package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import io.shelfwright.spi.SafetyFilter.Verdict;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Safety filters that fail are closed: what they did not allow is not shown. */
class FailingSafetyTest {
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
    void aSafetyFilterThatThrowsForAnItemDropsIt() {
        world.config("rules.safety = [kids]").plugin.safety("kids", (item, profile, context) -> {
            if (item.id().equals("item-056")) {
                throw new IllegalStateException("no label");
            }
            return Verdict.ALLOWED;
        });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(PageChecks.items(page)).isNotEmpty().doesNotContain("item-056");
        assertThat(degradations(page)).containsExactly("eligibility/kids/failed");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aSafetyFilterThatReturnsNullOrUnknownDropsTheItem() {
        world.config("rules.safety = [kids]").plugin.safety("kids", (item, profile, context) -> switch (item.id()) {
            case "item-056" -> null;
            case "item-052" -> Verdict.UNKNOWN;
            case "item-048" -> Verdict.FORBIDDEN;
            default -> Verdict.ALLOWED;
        });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(PageChecks.items(page)).doesNotContain("item-056", "item-052", "item-048");
    }

    @Test
    void aSafetyFilterThatHangsDropsEverything() throws Exception {
        world.config("rules.safety = [kids], deadlines.rule = 300ms")
                .plugin
                .safety("kids", (item, profile, context) -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        assertThat(page.shelves()).isEmpty();
        assertThat(degradations(page)).containsExactly("eligibility/kids/late", "packing/page/empty");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aSafetyFilterThatThrowsAnErrorDropsEverything() {
        world.config("rules.safety = [kids]").plugin.safety("kids", (item, profile, context) -> {
            throw new StackOverflowError();
        });

        HomePage page = world.home("u");

        assertThat(page.shelves()).isEmpty();
        assertThat(degradations(page)).contains("eligibility/kids/failed");
    }

    @Test
    void aSafetyFilterThatChangesItsMindIsHeardOnceMoreBeforeThePageGoesOut() {
        AtomicInteger asked = new AtomicInteger();
        world.config("rules.safety = [kids]")
                .plugin
                .safety(
                        "kids",
                        (item, profile, context) -> item.id().equals("item-056") && asked.incrementAndGet() > 1
                                ? Verdict.FORBIDDEN
                                : Verdict.ALLOWED);

        HomePage page = world.home("u");

        PageChecks.holdsTogether(page);
        assertThat(PageChecks.items(page)).doesNotContain("item-056");
        assertThat(degradations(page)).containsExactly("packing/page-validator/dropped");
        assertThat(page.shelves().stream()
                        .flatMap(shelf -> shelf.cards().stream())
                        .filter(card -> !card.propensityValid()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules.safety = []",
                "rules { safety = [], filters = [], scores = [], placements = [] }",
                "deadlines.rule = 60s"
            })
    void noConfigurationOpensTheBuiltInFilters(String config) {
        var unknown = io.shelfwright.api.Item.builder("unknown", TinyCatalog.KINDS.get(0), "Unknown")
                .artists("a")
                .markets(Set.of())
                .build();
        var explicit = io.shelfwright.api.Item.builder("explicit", TinyCatalog.KINDS.get(0), "Explicit")
                .artists("b")
                .explicitness(io.shelfwright.api.Explicitness.EXPLICIT)
                .build();
        var adult = io.shelfwright.api.Item.builder("adult", TinyCatalog.KINDS.get(0), "Adult")
                .artists("c")
                .minimumAge(18)
                .build();
        var ageless = io.shelfwright.api.Item.builder("ageless", TinyCatalog.KINDS.get(0), "Ageless")
                .artists("d")
                .minimumAge(-1)
                .build();
        var abroad = io.shelfwright.api.Item.builder("abroad", TinyCatalog.KINDS.get(0), "Abroad")
                .artists("e")
                .markets(Set.of("JP"))
                .build();
        var tomorrow = io.shelfwright.api.Item.builder("tomorrow", TinyCatalog.KINDS.get(0), "Tomorrow")
                .artists("f")
                .releasedAt(EngineWorld.NOW.plusSeconds(1))
                .build();
        world.snapshots.publishCatalog(
                "test",
                EngineWorld.catalog(
                        new TinyCatalog(EngineWorld.NOW).with(unknown, explicit, adult, ageless, abroad, tomorrow)));
        world.config("shelves = [{ id = all, title = All, generators = [popular], min-cards = 1 }]\n" + config);

        HomePage page =
                world.engine().home(EngineWorld.request("u").market("SE").build());

        assertThat(page.shelves()).isEmpty();
        assertThat(degradations(page)).containsExactly("packing/page/empty");
    }
}
