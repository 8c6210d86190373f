package io.shelfwright.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.PlacementRule.SlotRule;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestPrefix;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestUser;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibratedRuleTest {
    private static final double ALPHA = 0.01;

    private final TestCatalog catalog = TestCatalog.builder()
            .album("rock", "a", "rock")
            .album("jazz", "b", "jazz")
            .album("both", "c", "rock", "jazz")
            .album("pop", "d", "pop")
            .album("none", "e")
            .build();
    private final UserState user = TestUser.of("u")
            .plays("rock", 3, TestRequests.AT)
            .plays("jazz", 1, TestRequests.AT)
            .build(catalog);
    private final CalibratedRule rule = new CalibratedRule(new CalibratedSettings(1, ALPHA, 100), catalog);

    @Test
    void thePenaltyIsTheDivergenceOfThePageByHand() {
        // p = (rock 3/4, jazz 1/4); with the card, q = (1, 0), (0, 1), (1/2, 1/2).
        double p = 0.75;
        double q = 0.25;
        assertThat(penalty("rock")).isCloseTo(kl(p, 1) + kl(q, 0), within(1e-12));
        assertThat(penalty("jazz")).isCloseTo(kl(p, 0) + kl(q, 1), within(1e-12));
        assertThat(penalty("both")).isCloseTo(kl(p, 0.5) + kl(q, 0.5), within(1e-12));
        assertThat(penalty("jazz", "rock", "rock", "rock")).isCloseTo(0, within(1e-12));
        assertThat(penalty("rock", "rock", "rock", "rock")).isCloseTo(kl(p, 1) + kl(q, 0), within(1e-12));
        assertThat(penalty("pop")).isCloseTo(Math.log(1 / ALPHA), within(1e-12));
    }

    @Test
    void anItemWithoutGenresLeavesThePageAsItIs() {
        assertThat(penalty("none")).isZero();
        assertThat(penalty("none", "rock", "none")).isCloseTo(kl(0.75, 1) + kl(0.25, 0), within(1e-12));
    }

    @Test
    void aUserWithoutGenresHasNoPenalties() {
        TestPrefix page = TestPrefix.of(catalog, TestUser.of("new").build(catalog), "pop");

        assertThat(rule.forSlot(page, page.next()).penalty(0)).isZero();
    }

    @Test
    void cardsThatLeftTheWindowDoNotCount() {
        CalibratedRule shortSighted = new CalibratedRule(new CalibratedSettings(1, ALPHA, 1), catalog);
        TestPrefix page = TestPrefix.of(catalog, user, "pop", "pop", "rock");

        assertThat(shortSighted.forSlot(page, page.next()).penalty(catalog.indexOf("jazz")))
                .isCloseTo(kl(0.75, 0.5) + kl(0.25, 0.5), within(1e-12));
    }

    @Test
    void theIncrementalSumIsTheDivergenceByDefinition() {
        RandomCases.run(40, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed, 50, 3);
            UserState listener = world.user(1 + random.nextInt(2));
            CalibratedRule calibrated = new CalibratedRule(new CalibratedSettings(1, ALPHA, 100), world.catalog());
            TestPrefix page = TestPrefix.of(world.catalog(), listener);
            for (int i = random.nextInt(15); i > 0; i--) {
                page.place(random.nextInt(world.catalog().size()));
            }
            SlotRule slot = calibrated.forSlot(page, page.next());
            for (int item = 0; item < world.catalog().size(); item++) {
                assertThat(slot.penalty(item)).isBetween(0.0, Math.log(1 / ALPHA) + 1e-9);
                if (!world.catalog().item(item).genres().isEmpty()) {
                    assertThat(slot.penalty(item)).isCloseTo(divergence(page, item, listener), within(1e-9));
                }
            }
        });
    }

    private static double divergence(TestPrefix page, int item, UserState listener) {
        double total = listener.genres().stream().mapToDouble(Affinity::share).sum();
        double sum = 0;
        for (Affinity affinity : listener.genres()) {
            double share = 0;
            int cards = 0;
            for (int at = 0; at <= page.size(); at++) {
                List<String> genres = page.catalog()
                        .item(at < page.size() ? page.item(at) : item)
                        .genres();
                cards += genres.isEmpty() ? 0 : 1;
                share += genres.contains(affinity.name()) ? 1.0 / genres.size() : 0;
            }
            sum += kl(affinity.share() / total, share / cards);
        }
        return sum;
    }

    private static double kl(double p, double q) {
        return p * Math.log(p / ((1 - ALPHA) * q + ALPHA * p));
    }

    private double penalty(String itemId, String... page) {
        TestPrefix prefix = TestPrefix.of(catalog, user, page);
        return rule.forSlot(prefix, prefix.next()).penalty(catalog.indexOf(itemId));
    }
}
