package io.shelfwright.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestAdjustments;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class NewUserPriorRuleTest {
    private final NewUserPriorRule rule = new NewUserPriorRule(new NewUserPriorSettings(10, 2));
    private final TestCatalog catalog = TestCatalog.builder()
            .album("low", "a")
            .album("mid", "b")
            .album("top", "c")
            .plays("mid", 5)
            .plays("top", 9)
            .marketPlays("SE", "low", 7)
            .build();

    @Test
    void aUserWhoDidNothingGetsThePopularRaisedAndTheUnpopularLowered() {
        TestAdjustments adjustments = adjust(TestUser.of("u"));

        assertThat(adjustments.factor(0)).isCloseTo(0.5, within(1e-9));
        assertThat(adjustments.factor(1)).isEqualTo(1);
        assertThat(adjustments.factor(2)).isCloseTo(2, within(1e-9));
        assertThat(adjustments.reasons(2)).containsExactly("popular in the market, for a new user");
    }

    @Test
    void popularityIsThatOfTheMarket() {
        assertThat(adjust(TestUser.of("u").market("SE")).factor(0)).isCloseTo(2, within(1e-9));
    }

    @Test
    void thePriorFadesWithInteractionsAndThenEnds() {
        TestUser user = TestUser.of("u");
        for (int i = 0; i < 10; i++) {
            user.play("mid");
        }
        assertThat(adjust(user).logFactor(2)).isCloseTo(Math.log(2) / 2, within(1e-9));

        for (int i = 0; i < 2000; i++) {
            user.play("mid");
        }
        assertThat(adjust(user).logFactor(2)).isZero();
    }

    @Test
    void thereMayBeNoCandidates() {
        CandidateBatch none = SeededWorld.of(1, 0, 1).batch(0, 10);

        rule.adjust(none, TestAdjustments.of(0));
        assertThat(none.size()).isZero();
    }

    private TestAdjustments adjust(TestUser user) {
        TestAdjustments adjustments = TestAdjustments.of(3);
        rule.adjust(
                TestCandidates.batch(catalog, user.build(catalog), TestShelves.shelf("s"), "low", "mid", "top"),
                adjustments);
        return adjustments;
    }
}
