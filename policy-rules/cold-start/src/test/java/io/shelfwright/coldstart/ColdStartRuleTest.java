package io.shelfwright.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestAdjustments;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class ColdStartRuleTest {
    private static final ColdStartSettings DEFAULTS = new ColdStartSettings(40, 2, 2, 400);

    @Test
    void theBoostIsTheRelativeDeviationByHand() {
        ColdStartRule rule = new ColdStartRule(DEFAULTS, TestCatalog.of());

        // m = (20 + 40 * 0.1) / (160 + 40) = 0.12, sd = sqrt(0.12 * 0.88 / 201)
        assertThat(rule.boost(160, 20, 0.1)).isCloseTo(2 * Math.sqrt(0.12 * 0.88 / 201) / 0.12, within(1e-12));
        assertThat(rule.boost(0, 0, 0.1)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void theLessIsKnownTheHigherTheBoostUntilTheItemIsKnown() {
        TestCatalog catalog = TestCatalog.builder()
                .album("new", "a")
                .album("young", "b")
                .album("older", "c")
                .album("known", "d")
                .views("young", 100, 15)
                .views("older", 399, 60)
                .views("known", 400, 60)
                .build();
        TestAdjustments adjustments = adjust(catalog, "new", "young", "older", "known");

        assertThat(adjustments.factor(0)).isGreaterThan(adjustments.factor(1)).isLessThanOrEqualTo(2);
        assertThat(adjustments.factor(1)).isGreaterThan(adjustments.factor(2));
        assertThat(adjustments.factor(2)).isGreaterThan(1);
        assertThat(adjustments.factor(3)).isEqualTo(1);
        assertThat(adjustments.reasons(0)).containsExactly("new: few have seen it yet");
    }

    @Test
    void whereNobodyHasViewedAnythingNothingIsNew() {
        TestCatalog catalog = TestCatalog.builder().album("x", "a").build();

        assertThat(adjust(catalog, "x").logFactor(0)).isZero();
    }

    @Test
    void aNewItemInheritsFromItsKindItsGenresAndItsArtists() {
        TestCatalog catalog = TestCatalog.builder()
                .album("seen", "good", "rock")
                .album("dull", "bad", "jazz")
                .show("show", "news")
                .views("seen", 1000, 300)
                .views("dull", 1000, 10)
                .views("show", 1000, 100)
                .album("r", "nobody", "rock")
                .album("g", "good", "rock")
                .album("j", "nobody", "jazz")
                .album("p", "nobody", "polka")
                .build();
        ContentPrior prior = new ContentPrior(catalog, 40);

        double kind = (310 + 40 * (410 + 40 * 0.05) / 3040) / 2040;
        double rock = (300 + 40 * kind) / 1040;
        assertThat(mean(prior, catalog, "p")).isCloseTo(kind, within(1e-12));
        assertThat(mean(prior, catalog, "r")).isCloseTo(rock, within(1e-12));
        assertThat(mean(prior, catalog, "g")).isCloseTo((300 + 40 * rock) / 1040, within(1e-12));
        assertThat(mean(prior, catalog, "j")).isLessThan(mean(prior, catalog, "p"));
    }

    @Test
    void boostsStayWithinTheirBoundsForAnyCatalog() {
        RandomCases.run(20, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            CandidateBatch batch = world.batch(1, random.nextInt(100));
            TestAdjustments adjustments = TestAdjustments.of(batch.size());
            new ColdStartRule(DEFAULTS, world.catalog()).adjust(batch, adjustments);
            for (int i = 0; i < batch.size(); i++) {
                assertThat(adjustments.factor(i)).isBetween(1.0, 2.0 + 1e-9);
                boolean isNew = world.catalog().statistics().views(batch.itemIndex(i)) < 400;
                assertThat(adjustments.logFactor(i) > 0).isEqualTo(isNew);
            }
        });
    }

    private static double mean(ContentPrior prior, TestCatalog catalog, String itemId) {
        return prior.mean(catalog.item(catalog.indexOf(itemId)));
    }

    private static TestAdjustments adjust(TestCatalog catalog, String... items) {
        TestAdjustments adjustments = TestAdjustments.of(items.length);
        new ColdStartRule(DEFAULTS, catalog)
                .adjust(
                        TestCandidates.batch(catalog, TestUser.of("u").build(catalog), TestShelves.shelf("s"), items),
                        adjustments);
        return adjustments;
    }
}
