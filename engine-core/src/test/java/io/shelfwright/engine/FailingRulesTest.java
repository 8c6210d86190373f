package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Card;
import io.shelfwright.api.HomePage;
import io.shelfwright.spi.ExplorationPolicy.Choice;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.SafetyFilter.Verdict;
import io.shelfwright.spi.Slot;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Safety filters close; rules, policies, packers and examination models that fail have no effect at all. */
class FailingRulesTest {
    private static final String EXPLORE =
            "exploration { policy = draw, slots = 3, first-position = 2, last-position = 19 }";

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

    /** The page of the same world without the scripted instance. */
    private HomePage plain(Path elsewhere) {
        try (EngineWorld other = new EngineWorld(elsewhere)) {
            return other.home("u");
        }
    }

    private void placedAsIn(HomePage page, HomePage plain) {
        assertThat(PageChecks.items(page)).isEqualTo(PageChecks.items(plain));
        assertThat(page.shelves().stream()
                        .flatMap(shelf -> shelf.cards().stream())
                        .map(Card::utility))
                .containsExactlyElementsOf(plain.shelves().stream()
                        .flatMap(shelf -> shelf.cards().stream())
                        .map(Card::utility)
                        .toList());
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

    @Test
    void aFilterRuleThatThrowsDropsNothing(@TempDir Path elsewhere) {
        world.config("rules.filters = [broken]").plugin.filter("broken", (batch, drops) -> {
            drops.drop(0, "before it broke");
            throw new IllegalStateException("broken");
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("eligibility/broken/failed");
        placedAsIn(page, plain(elsewhere));
    }

    @Test
    void aFilterRuleThatHangsDropsNothing(@TempDir Path elsewhere) throws Exception {
        world.config("rules.filters = [broken], deadlines.rule = 300ms")
                .plugin
                .filter("broken", (batch, drops) -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("eligibility/broken/late");
        placedAsIn(page, plain(elsewhere));
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aFilterRuleThatGivesNoReasonDropsAllTheSame() {
        world.config("rules.filters = [silent]").plugin.filter("silent", (batch, drops) -> {
            for (int c = 0; c < batch.size(); c++) {
                if (batch.item(c).id().equals("item-056")) {
                    drops.drop(c, c % 2 == 0 ? null : "");
                }
            }
        });

        assertThat(PageChecks.items(world.home("u"))).doesNotContain("item-056");
    }

    @Test
    void aLateRuleDoesNotTakeItsNamesakeOfAnotherStageOutOfTheReplay() throws Exception {
        world.config("rules { filters = [twin], scores = [twin] }, deadlines.rule = 300ms")
                .plugin
                .filter("twin", (batch, drops) -> Scripts.hang(world.end))
                .score("twin", (batch, adjustments) -> {
                    for (int c = 0; c < batch.size(); c++) {
                        adjustments.add(c, batch.itemIndex(c) % 3 - 1, "by number");
                    }
                });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("eligibility/twin/late");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aScoreRuleThatThrowsHalfwayHasNoEffectAtAll(@TempDir Path elsewhere) {
        world.config("rules.scores = [broken]").plugin.score("broken", (batch, adjustments) -> {
            adjustments.add(0, 5, "before it broke");
            throw new IllegalStateException("broken");
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("ranking/broken/failed");
        placedAsIn(page, plain(elsewhere));
    }

    @Test
    void aScoreRuleWithOneFactorThatIsNotFiniteHasNoEffectAtAll(@TempDir Path elsewhere) {
        world.config("rules.scores = [broken]").plugin.score("broken", (batch, adjustments) -> {
            for (int c = 0; c < batch.size(); c++) {
                adjustments.add(c, c == 7 ? Double.NaN : -c, "odd");
            }
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("ranking/broken/not-finite");
        placedAsIn(page, plain(elsewhere));
    }

    @Test
    void factorsThatAreFiniteButAddUpToNothingFiniteHaveNoEffect(@TempDir Path elsewhere) {
        world.config("rules.scores = [broken]").plugin.score("broken", (batch, adjustments) -> {
            adjustments.add(0, Double.MAX_VALUE, "huge");
            adjustments.add(0, Double.MAX_VALUE, "huge");
            adjustments.add(1, -Double.MAX_VALUE, "tiny");
            adjustments.add(1, -Double.MAX_VALUE, "tiny");
        });

        PageChecks.isAGoodPage(world.home("u"));
    }

    @Test
    void manyRulesThatRaiseAndLowerToTheLimitLeaveUtilitiesFinite() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String name = "rule-" + i;
            names.append(name).append(", ");
            world.plugin.score(name, (batch, adjustments) -> {
                for (int c = 0; c < batch.size(); c++) {
                    adjustments.add(c, batch.itemIndex(c) % 2 == 0 ? 1e6 : -1e6, "");
                }
            });
        }
        world.config("rules.scores = [" + names + "]");

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(page.degradations()).isEmpty();
    }

    @Test
    void aScoreRuleThatHangsHasNoEffect(@TempDir Path elsewhere) throws Exception {
        world.config("rules.scores = [broken], deadlines.rule = 300ms")
                .plugin
                .score("broken", (batch, adjustments) -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("ranking/broken/late");
        placedAsIn(page, plain(elsewhere));
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPlacementRuleThatThrowsHasNoEffect(@TempDir Path elsewhere) {
        world.config("rules.placements = [broken]")
                .plugin
                .placement("broken", Scripts.placement(3, (prefix, slot, item) -> {
                    throw new IllegalStateException("broken");
                }));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("placement/broken/failed");
        placedAsIn(page, plain(elsewhere));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.NEGATIVE_INFINITY})
    void aPlacementRuleWithPenaltiesThatAreNoneHasNoEffect(double penalty) {
        world.config("rules.placements = [broken]")
                .plugin
                .placement("broken", Scripts.placement(3, (prefix, slot, item) -> penalty));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("placement/broken/failed");
    }

    @Test
    void aPlacementRuleThatThrowsInItsOtherMethodsHasNoEffect() {
        world.config("rules.placements = [broken]\n" + EXPLORE)
                .plugin
                .policy("draw", Scripts.proportional(1))
                .placement("broken", new PlacementRule() {
                    @Override
                    public int window() {
                        throw new IllegalStateException("window");
                    }

                    @Override
                    public boolean forbids() {
                        throw new IllegalStateException("forbids");
                    }

                    @Override
                    public SlotRule forSlot(PagePrefix prefix, Slot slot) {
                        return item -> 0;
                    }
                });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("placement/broken/failed");
    }

    @Test
    void aPlacementRuleThatHangsIsLeftOutAndTheOthersStay() throws Exception {
        world.config("rules.placements = [window, stuck], deadlines.packing = 50ms")
                .plugin
                .placement("window", Scripts.artistWindow(2))
                .placement("stuck", Scripts.placement(3, (prefix, slot, item) -> Scripts.<Double>hang(world.end)));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("placement/stuck/late");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPlacementRuleThatHangsOnlyWhileCardsAreDrawnLeavesThePageUnexplored() throws Exception {
        AtomicInteger slots = new AtomicInteger();
        world.config("rules.placements = [stuck], deadlines.packing = 50ms\n" + EXPLORE)
                .plugin
                .policy("draw", Scripts.proportional(1))
                .placement("stuck", new PlacementRule() {
                    @Override
                    public int window() {
                        return 3;
                    }

                    @Override
                    public SlotRule forSlot(PagePrefix prefix, Slot slot) {
                        return slots.incrementAndGet() > 20 ? Scripts.hang(world.end) : item -> 0;
                    }
                });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("exploration/draw/late");
        assertThat(page.degradations().get(0).message()).contains("'stuck'");
        unexplored(page);
        slots.set(-1_000_000);
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPolicyThatThrowsLeavesTheBestCards(@TempDir Path elsewhere) {
        world.config(EXPLORE).plugin.policy("draw", (feasible, random) -> {
            throw new IllegalStateException("broken");
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("exploration/draw/failed");
        unexplored(page);
        assertThat(PageChecks.items(page)).isEqualTo(PageChecks.items(plain(elsewhere)));
    }

    @Test
    void aPolicyThatHangsForTheSecondSlotLeavesTheBestCardsInAll() throws Exception {
        AtomicInteger draws = new AtomicInteger();
        world.config(EXPLORE + ", deadlines.rule = 300ms")
                .plugin
                .policy(
                        "draw",
                        (feasible, random) -> draws.incrementAndGet() > 1
                                ? Scripts.hang(world.end)
                                : new Choice(feasible.size() - 1, 0.01, feasible.size()));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("exploration/draw/late");
        unexplored(page);
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aPolicyThatReturnsNonsenseLeavesTheBestCards() {
        List<Choice> nonsense = java.util.Arrays.asList(
                null,
                new Choice(-1, 0.5, 2),
                new Choice(1_000, 0.5, 2),
                new Choice(0, 0, 2),
                new Choice(0, 1.5, 2),
                new Choice(0, Double.NaN, 2),
                new Choice(0, 0.5, 0),
                new Choice(0, 0.5, 1_000));
        AtomicInteger next = new AtomicInteger();
        world.config(EXPLORE).plugin.policy("draw", (feasible, random) -> nonsense.get(next.get()));

        for (int i = 0; i < nonsense.size(); i++) {
            next.set(i);
            HomePage page = world.home("u" + i);

            PageChecks.isAGoodPage(page);
            unexplored(page);
            assertThat(degradations(page))
                    .containsExactly(i == 0 ? "exploration/draw/no-result" : "exploration/draw/bad-choice");
        }
    }

    private static void unexplored(HomePage page) {
        assertThat(page.shelves().stream().flatMap(shelf -> shelf.cards().stream()))
                .allMatch(card -> !card.explored() && card.propensity() == 1 && card.propensityValid());
    }

    @Test
    void aPackerThatThrowsIsReplacedByTheFastOne() {
        world.config("packing.packer = broken").plugin.packer("broken", (problem, budget) -> {
            throw new IllegalStateException("broken");
        });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("packing/broken/failed");
        assertThat(page.cardCount()).isEqualTo(20);
    }

    @Test
    void aPackerThatHangsIsReplacedByTheFastOne() throws Exception {
        world.config("packing.packer = broken, deadlines.packing = 40ms")
                .plugin
                .packer("broken", (problem, budget) -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("packing/broken/late");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPackerWhosePageIsInvalidIsReplacedByTheFastOne() {
        List<Packing> invalid = List.of(
                new Packing(List.of(), 0, 0),
                new Packing(java.util.Collections.nCopies(4, new Packing.Row(0, new int[] {0, 1, 2})), 1, 0),
                new Packing(
                        List.of(
                                new Packing.Row(0, new int[] {0, 0, 0}),
                                Packing.Row.EMPTY,
                                Packing.Row.EMPTY,
                                Packing.Row.EMPTY),
                        1,
                        0),
                new Packing(
                        List.of(
                                new Packing.Row(99, new int[] {0}),
                                Packing.Row.EMPTY,
                                Packing.Row.EMPTY,
                                Packing.Row.EMPTY),
                        1,
                        0));
        AtomicInteger next = new AtomicInteger();
        world.config("packing.packer = broken").plugin.packer("broken", (problem, budget) -> invalid.get(next.get()));

        for (int i = 0; i < invalid.size(); i++) {
            next.set(i);
            HomePage page = world.home("u" + i);

            PageChecks.isAGoodPage(page);
            assertThat(degradations(page)).containsExactly("packing/broken/invalid");
        }
    }

    @Test
    void anExaminationModelThatFailsIsReplacedByATable() {
        AtomicInteger way = new AtomicInteger();
        world.config("packing.examination = broken").plugin.examination("broken", (device, row, column) -> {
            if (way.get() == 0) {
                throw new IllegalStateException("broken");
            }
            return way.get() == 1 ? Double.NaN : way.get() == 2 ? 0 : 1.5;
        });

        for (int i = 0; i < 4; i++) {
            way.set(i);
            HomePage page = world.home("u" + i);

            PageChecks.isAGoodPage(page);
            assertThat(degradations(page)).containsExactly("packing/broken/failed");
        }
    }
}
