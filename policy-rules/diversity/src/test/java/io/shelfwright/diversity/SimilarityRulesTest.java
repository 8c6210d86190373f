package io.shelfwright.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.PlacementRule.SlotRule;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestPrefix;
import io.shelfwright.testkit.TestUser;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimilarityRulesTest {
    private static final List<PlacementRule> RULES = List.of(
            new MmrRule(new MmrSettings(4, 0.3)),
            new DppRule(new DppSettings(4, 0.3, 1.5)),
            new SsdRule(new SsdSettings(4, 0.5)));

    private final TestCatalog catalog = TestCatalog.builder()
            .album("a1", "a", "rock")
            .album("a2", "a", "rock")
            .album("b", "b", "rock")
            .album("c", "c", "jazz")
            .show("s", "news")
            .show("t", "comedy")
            .show("v", "history")
            .build();

    @Test
    void mmrIsTheWeightedLargestSimilarity() {
        PlacementRule rule = new MmrRule(new MmrSettings(9, 0.3));

        assertThat(penalty(rule, "a1")).isZero();
        assertThat(penalty(rule, "a2", "c", "a1")).isCloseTo(0.3 / 0.7, within(1e-12));
        assertThat(penalty(rule, "b", "a1", "c")).isCloseTo(0.3 / 0.7 * (0.3 + 0.1) / 0.8, within(1e-12));
    }

    @Test
    void whatIsAlikeIsPenalisedMoreThanWhatIsNot() {
        for (PlacementRule rule : RULES) {
            assertThat(penalty(rule, "a2", "a1")).isGreaterThan(penalty(rule, "b", "a1"));
            assertThat(penalty(rule, "b", "a1")).isGreaterThan(penalty(rule, "s", "a1"));
        }
    }

    @Test
    void aCardThatLeavesTheWindowIsForgotten() {
        for (PlacementRule rule : RULES) {
            assertThat(rule.window()).isEqualTo(3);
            assertThat(penalty(rule, "a2", "a1", "s", "t")).isGreaterThan(penalty(rule, "a2", "v", "s", "t"));
            assertThat(penalty(rule, "a2", "a1", "s", "t", "v")).isEqualTo(penalty(rule, "a2", "s", "t", "v"));
        }
    }

    @Test
    void theFirstCardIsFree() {
        for (PlacementRule rule : RULES) {
            assertThat(penalty(rule, "a1")).isZero();
        }
    }

    @Test
    void aPageFullOfCopiesStillHasFinitePenalties() {
        for (PlacementRule rule : RULES) {
            assertThat(penalty(rule, "a1", "a1", "a1", "a2")).isFinite().isPositive();
        }
        assertThat(penalty(new DppRule(new DppSettings(9, 0, 1)), "a1", "a1")).isZero();
    }

    @Test
    void greedyPagesAreMoreVariedWithEachRuleThanWithout() {
        double plain = meanSimilarityOfNeighbours(new MmrRule(new MmrSettings(4, 0)));
        for (PlacementRule rule : RULES) {
            assertThat(meanSimilarityOfNeighbours(rule)).isLessThan(0.9 * plain);
        }
    }

    private static double meanSimilarityOfNeighbours(PlacementRule rule) {
        double sum = 0;
        int pairs = 0;
        for (int seed = 0; seed < 10; seed++) {
            SeededWorld world = SeededWorld.of(seed, 120, 1);
            TestPrefix page = GreedyPage.fill(world, rule, new SplittableRandom(seed), 30);
            for (int at = 1; at < page.size(); at++) {
                sum += world.catalog().similarity(page.item(at - 1), page.item(at));
                pairs++;
            }
        }
        return sum / pairs;
    }

    @Test
    void penaltiesAreFiniteAndDoNotDependOnTheOrderOfAsking() {
        RandomCases.run(40, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed, 60, 2);
            TestPrefix page = TestPrefix.of(world.catalog(), world.user(1));
            for (int i = random.nextInt(20); i > 0; i--) {
                page.place(random.nextInt(world.catalog().size()));
            }
            for (PlacementRule rule : RULES) {
                SlotRule forward = rule.forSlot(page, page.next());
                SlotRule backward = rule.forSlot(page, page.next());
                double[] penalties = new double[world.catalog().size()];
                for (int item = 0; item < penalties.length; item++) {
                    penalties[item] = forward.penalty(item);
                    assertThat(penalties[item]).isBetween(0.0, 10.0);
                }
                for (int item = penalties.length - 1; item >= 0; item--) {
                    assertThat(backward.penalty(item)).isEqualTo(penalties[item]);
                }
            }
        });
    }

    private double penalty(PlacementRule rule, String itemId, String... page) {
        TestPrefix prefix = TestPrefix.of(catalog, TestUser.of("u").build(catalog), page);
        return rule.forSlot(prefix, prefix.next()).penalty(catalog.indexOf(itemId));
    }
}
