package io.shelfwright.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestAdjustments;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class SeenTooOftenTest {
    private final ImpressionDiscountRule discount =
            new ImpressionDiscountRule(new ImpressionDiscountSettings(0.85, 0.25));
    private final FatigueRule fatigue = new FatigueRule(new FatigueSettings(0.95, 0.98, 0.5));
    private final ShelfSpec shelf = TestShelves.shelf("s");
    private final TestCatalog catalog = TestCatalog.builder()
            .album("a1", "a")
            .album("a2", "a")
            .playlist("mix", "a", "b")
            .show("show")
            .build();

    @Test
    void eachUnansweredImpressionCostsTheItem() {
        TestUser user = TestUser.of("u").impressions("a1", "s", 2, TestRequests.AT);

        assertThat(adjust(discount, user, "a1", "a2").factor(0)).isCloseTo(0.85 * 0.85, within(1e-9));
        assertThat(adjust(discount, user, "a1", "a2").factor(1)).isEqualTo(1);
        assertThat(adjust(discount, user, "a1").reasons(0))
                .containsExactly("seen without a reaction about 2 times lately");
    }

    @Test
    void impressionsFadeAndTheDiscountEndsAtTheFloor() {
        TestUser weekAgo = TestUser.of("u").impressions("a1", "s", 2, TestRequests.daysAgo(7));
        TestUser often = TestUser.of("u").impressions("a1", "s", 500, TestRequests.AT);

        assertThat(adjust(discount, weekAgo, "a1").factor(0)).isCloseTo(0.85, within(1e-9));
        assertThat(adjust(discount, often, "a1").factor(0)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aPlayResetsTheDiscount() {
        TestUser user = TestUser.of("u")
                .impressions("a1", "s", 5, TestRequests.daysAgo(2))
                .play("a1", TestRequests.daysAgo(1));

        assertThat(adjust(discount, user, "a1").factor(0)).isEqualTo(1);
    }

    @Test
    void theArtistsOtherItemsTireButNotTheItemItself() {
        TestUser user = TestUser.of("u").impressions("a1", "elsewhere", 4, TestRequests.AT);
        TestAdjustments adjustments = adjust(fatigue, user, "a1", "a2", "mix", "show");

        assertThat(adjustments.factor(0)).isEqualTo(1);
        assertThat(adjustments.factor(1)).isCloseTo(Math.pow(0.95, 4), within(1e-9));
        assertThat(adjustments.factor(2)).isCloseTo(Math.pow(0.95, 2), within(1e-9));
        assertThat(adjustments.factor(3)).isEqualTo(1);
    }

    @Test
    void aShelfTiresByShowingsOfTheWholeShelf() {
        TestUser user = TestUser.of("u").impressions("show", "s", 10, TestRequests.AT);

        assertThat(adjust(fatigue, user, "a1").factor(0)).isCloseTo(0.98, within(1e-9));
        TestUser often = TestUser.of("u").impressions("show", "s", 9999, TestRequests.AT);
        assertThat(adjust(fatigue, often, "a1").factor(0)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whoSawNothingLosesNothingAndNothingIsEverRaised() {
        RandomCases.run(20, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            for (int user = 0; user < 3; user++) {
                CandidateBatch batch = world.batch(user, random.nextInt(60));
                for (ScoreRule rule : new ScoreRule[] {discount, fatigue}) {
                    TestAdjustments adjustments = TestAdjustments.of(batch.size());
                    rule.adjust(batch, adjustments);
                    for (int i = 0; i < batch.size(); i++) {
                        assertThat(adjustments.logFactor(i)).isBetween(user == 0 ? 0 : Math.log(0.24), 0.0);
                    }
                }
            }
        });
    }

    private TestAdjustments adjust(ScoreRule rule, TestUser user, String... items) {
        TestAdjustments adjustments = TestAdjustments.of(items.length);
        rule.adjust(TestCandidates.batch(catalog, user.build(catalog), shelf, items), adjustments);
        return adjustments;
    }
}
