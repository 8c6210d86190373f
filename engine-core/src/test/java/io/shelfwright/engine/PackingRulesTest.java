package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Card;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Shelf;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.ShelfSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packing stage promises of every page: pins, minima, quotas, neighbours, windows, and nothing twice. */
class PackingRulesTest {
    private static final int WORLDS = 60;
    private static final int USERS = 5;
    private static final List<String> KINDS = List.of("new", "known", "chart", "talk");

    @TempDir
    private Path directory;

    @Test
    void pagesOfRandomWorldsAreValid() {
        try (EngineWorld source = new EngineWorld(directory)) {
            source.items(60);
            int shelves = 0;
            for (int w = 0; w < WORLDS; w++) {
                Random random = new Random(w);
                EngineWorld world = new EngineWorld(directory);
                world.plugin
                        .policy("draw", Scripts.proportional(2))
                        .placement("window", Scripts.artistWindow(2))
                        .score("noise", (batch, adjustments) -> {
                            for (int c = 0; c < batch.size(); c++) {
                                int mixed = (batch.itemIndex(c) * 7919
                                                + (batch.shelf(c).id()
                                                                + batch.user()
                                                                        .profile()
                                                                        .userId())
                                                        .hashCode())
                                        % 97;
                                adjustments.add(c, mixed / 30.0, "");
                            }
                        });
                world.config(randomConfig(random));
                EngineConfig config = world.config();
                for (int u = 0; u < USERS; u++) {
                    HomePage page = world.home("u" + u);
                    PageChecks.holdsTogether(page);
                    assertThat(page.degradations().stream()
                                    .filter(d -> !d.code().equals("empty")))
                            .as("world %d", w)
                            .isEmpty();
                    followsTheRules(page, config, "world " + w + ", user " + u);
                    shelves += page.shelves().size();
                }
                world.close();
            }
            assertThat(shelves).isGreaterThan(WORLDS);
        }
    }

    private static String randomConfig(Random random) {
        int rows = 1 + random.nextInt(5);
        int columns = 1 + random.nextInt(6);
        StringBuilder text = new StringBuilder("page { rows = " + rows + ", columns = " + columns
                + ", max-shelves-per-kind = " + (1 + random.nextInt(3)) + ", no-same-kind-neighbours = "
                + random.nextBoolean() + " }\nshelves = [\n");
        int pinned = random.nextInt(3) == 0 ? random.nextInt(rows) : -1;
        for (int s = 0; s < 1 + random.nextInt(9); s++) {
            int min = 1 + random.nextInt(columns);
            text.append("{ id = s" + s + ", title = S" + s + ", kind = "
                    + KINDS.get(random.nextInt(KINDS.size())) + ", items = ["
                    + (random.nextBoolean()
                            ? ""
                            : TinyCatalog.KINDS.get(random.nextInt(4)).name())
                    + "], generators = [popular], min-cards = " + min + ", max-cards = " + (min + random.nextInt(5))
                    + (s == 0 && pinned >= 0 ? ", pinned-row = " + pinned : "") + " }\n");
        }
        return text.append("]\nrules { scores = [noise], placements = [window] }\n")
                .append("exploration { policy = draw, slots = 2, first-position = 2, last-position = 30 }")
                .toString();
    }

    private static void followsTheRules(HomePage page, EngineConfig config, String world) {
        Map<String, ShelfSpec> specs = new HashMap<>();
        config.shelves().forEach(shelf -> specs.put(shelf.id(), shelf));
        Map<String, Integer> perKind = new HashMap<>();
        int position = 0;
        int explored = 0;
        Shelf above = null;
        for (Shelf shelf : page.shelves()) {
            ShelfSpec spec = specs.get(shelf.id());
            assertThat(spec).isNotNull();
            assertThat(shelf.row()).isLessThan(config.page().rows());
            assertThat(shelf.cards().size())
                    .as(world)
                    .isBetween(
                            spec.minCards(),
                            Math.min(spec.maxCards(), config.page().columns()));
            assertThat(perKind.merge(spec.kind(), 1, Integer::sum))
                    .as(world)
                    .isLessThanOrEqualTo(config.page().maxShelvesPerKind());
            if (spec.pinnedRow() >= 0) {
                assertThat(shelf.row()).as(world).isEqualTo(spec.pinnedRow());
            }
            if (above != null && config.page().noSameKindNeighbours() && above.row() == shelf.row() - 1) {
                assertThat(specs.get(above.id()).kind()).as(world).isNotEqualTo(spec.kind());
            }
            for (Card card : shelf.cards()) {
                assertThat(spec.accepts(card.kind())).as(world).isTrue();
                if (card.explored()) {
                    explored++;
                    assertThat(position).as(world).isGreaterThanOrEqualTo(2);
                    assertThat(spec.pinnedRow()).as(world).isNegative();
                }
                position++;
            }
            above = shelf;
        }
        assertThat(explored).as(world).isLessThanOrEqualTo(2);
    }

    @Test
    void windowsHoldWhereTheyCanAndExplorationKeepsThem() {
        try (EngineWorld world = new EngineWorld(directory)) {
            world.plugin.policy("draw", Scripts.proportional(0)).placement("window", Scripts.artistWindow(3));
            world.config("page.rows = 2\nshelves = [{ id = one, title = One, generators = [popular] },"
                    + " { id = two, title = Two, generators = [popular] }]");
            world.config("rules.placements = [window], exploration { policy = draw, slots = 5, last-position = 9 }");
            Map<String, String> artists = new HashMap<>();
            TinyCatalog.of(60, EngineWorld.NOW)
                    .items(item -> artists.put(item.id(), item.artistIds().get(0)));
            int explored = 0;
            for (int u = 0; u < 40; u++) {
                HomePage page = world.home("u" + u);
                List<String> order = PageChecks.items(page);
                for (int p = 0; p < order.size(); p++) {
                    for (int q = Math.max(0, p - 3); q < p; q++) {
                        assertThat(artists.get(order.get(p))).isNotEqualTo(artists.get(order.get(q)));
                    }
                }
                explored += (int) page.shelves().stream()
                        .flatMap(shelf -> shelf.cards().stream())
                        .filter(Card::explored)
                        .count();
            }
            assertThat(explored).isGreaterThan(100);
        }
    }

    @Test
    void rulesAreRelaxedFromTheLastToTheFirst() {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        try (EngineWorld world = new EngineWorld(directory)) {
            // Together the two rules forbid everything; the first alone forbids the even items.
            world.plugin
                    .placement(
                            "first",
                            Scripts.placement(1, (p, slot, item) -> item % 8 == 0 ? PlacementRule.FORBIDDEN : 0))
                    .placement(
                            "last",
                            Scripts.placement(1, (p, slot, item) -> item % 8 != 0 ? PlacementRule.FORBIDDEN : 0));
            world.config("rules.placements = [first, last]");
            world.metrics(new CountingMetrics(counts));
            HomePage page = world.home("u");

            assertThat(page.degradations()).isEmpty();
            assertThat(page.cardCount()).isEqualTo(20);
            for (String item : PageChecks.items(page)) {
                assertThat(Integer.parseInt(item.substring(5)) % 8).isNotZero();
            }
            assertThat(counts).containsEntry("placement/last/relaxed", 1).doesNotContainKey("placement/first/relaxed");
        }
    }

    @Test
    void aPinnedShelfStandsInItsRowOnTheFirstPageOnly() {
        try (EngineWorld world = new EngineWorld(directory)) {
            world.config("page.rows = 2\nshelves = ${shelves} [{ id = pinned, title = P, generators = [popular],"
                    + " min-cards = 2, pinned-row = 1 }]");
            HomePage first = world.home("u");

            assertThat(first.shelf("pinned").orElseThrow().row()).isEqualTo(1);
            List<String> shelves = new ArrayList<>();
            HomePage page = first;
            while (!page.cursor().isEmpty()) {
                page = world.engine()
                        .home(EngineWorld.request("u").cursor(page.cursor()).build());
                page.shelves().forEach(shelf -> shelves.add(shelf.id()));
            }
            assertThat(shelves).doesNotContain("pinned").hasSize(5);
        }
    }

    @Test
    void aPlacementPenaltyMovesACardDownWithoutForbiddingIt() {
        try (EngineWorld world = new EngineWorld(directory)) {
            world.plugin.placement("later", Scripts.placement(1, (p, slot, item) -> item == 56 ? 5 : 0));
            world.config("rules.placements = [later]");
            HomePage page = world.home("u");

            assertThat(PageChecks.items(page).indexOf("item-056")).isNotZero();
            assertThat(page.degradations()).isEmpty();
        }
    }
}
