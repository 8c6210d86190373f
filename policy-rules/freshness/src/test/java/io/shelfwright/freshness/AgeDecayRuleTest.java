package io.shelfwright.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestAdjustments;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgeDecayRuleTest {
    private static final Map<String, Double> HALF_LIVES = Map.of("podcast-show", 3.0, "album", 14.0);

    private final AgeDecayRule rule = rule(List.of());

    @Test
    void afterAHalfLifeHalfOfWhatCanBeLostIsLost() {
        assertThat(factor(ItemKind.ALBUM, TestRequests.daysAgo(14))).isCloseTo(0.3 + 0.7 / 2, within(1e-9));
        assertThat(factor(ItemKind.PODCAST_SHOW, TestRequests.daysAgo(6))).isCloseTo(0.3 + 0.7 / 4, within(1e-9));
        assertThat(factor(ItemKind.ALBUM, Instant.parse("1959-08-17T00:00:00Z")))
                .isCloseTo(0.3, within(1e-9));
    }

    @Test
    void whatIsNewOrYetToComeOrOfUnknownDateKeepsItsUtility() {
        assertThat(factor(ItemKind.ALBUM, TestRequests.AT)).isEqualTo(1);
        assertThat(factor(ItemKind.ALBUM, TestRequests.daysAgo(-10))).isEqualTo(1);
        assertThat(factor(ItemKind.ALBUM, null)).isEqualTo(1);
    }

    @Test
    void theEndsOfTimeAreJustVeryOldAndVeryNew() {
        assertThat(factor(ItemKind.ALBUM, Instant.MIN)).isCloseTo(0.3, within(1e-9));
        assertThat(factor(ItemKind.ALBUM, Instant.MAX)).isEqualTo(1);
    }

    @Test
    void kindsThatAreNotNamedDoNotAge() {
        assertThat(factor(ItemKind.PLAYLIST, TestRequests.daysAgo(1000))).isEqualTo(1);
        assertThat(factor(new ItemKind("audiobook"), TestRequests.daysAgo(1000)))
                .isEqualTo(1);
    }

    @Test
    void ageMayCountOnSomeShelvesOnly() {
        TestAdjustments onOthers = adjust(rule(List.of("new")), ItemKind.ALBUM, TestRequests.daysAgo(14));

        assertThat(onOthers.logFactor(0)).isZero();
        assertThat(adjust(rule(List.of("s")), ItemKind.ALBUM, TestRequests.daysAgo(14))
                        .logFactor(0))
                .isNegative();
    }

    @Test
    void theReasonNamesTheAge() {
        assertThat(adjust(rule, ItemKind.ALBUM, TestRequests.daysAgo(1.5)).reasons(0))
                .containsExactly("released 1 day ago");
        assertThat(adjust(rule, ItemKind.ALBUM, TestRequests.daysAgo(900)).reasons(0))
                .containsExactly("released over a year ago");
    }

    @Test
    void aHalfLifeThatIsNotPositiveIsRefused() {
        assertThatThrownBy(() -> new AgeDecaySettings(Map.of("album", 0.0), 0.3, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half-life-days of album is 0.0");
    }

    @Test
    void noItemIsRaisedOrLoweredBelowTheFloor() {
        RandomCases.run(20, (seed, random) -> {
            CandidateBatch batch = SeededWorld.of(seed).batch(1, random.nextInt(80));
            TestAdjustments adjustments = TestAdjustments.of(batch.size());
            rule.adjust(batch, adjustments);
            for (int i = 0; i < batch.size(); i++) {
                assertThat(adjustments.factor(i)).isBetween(0.3 - 1e-9, 1.0);
            }
        });
    }

    private static AgeDecayRule rule(List<String> shelfKinds) {
        return new AgeDecayRule(new AgeDecaySettings(HALF_LIVES, 0.3, shelfKinds));
    }

    private double factor(ItemKind kind, Instant released) {
        return adjust(rule, kind, released).factor(0);
    }

    private static TestAdjustments adjust(AgeDecayRule rule, ItemKind kind, Instant released) {
        TestCatalog catalog =
                TestCatalog.of(Item.builder("i", kind, "I").releasedAt(released).build());
        TestAdjustments adjustments = TestAdjustments.of(1);
        rule.adjust(
                TestCandidates.batch(catalog, TestUser.of("u").build(catalog), TestShelves.shelf("s"), "i"),
                adjustments);
        return adjustments;
    }
}
