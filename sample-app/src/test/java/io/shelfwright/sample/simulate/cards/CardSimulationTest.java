package io.shelfwright.sample.simulate.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.Draws;
import io.shelfwright.testkit.RandomCases;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardSimulationTest {

    @Test
    void everyPolicyShowsDifferentCardsThatExist() {
        RandomCases.run(5, (seed, random) -> {
            CardWorld world = SmallWorlds.world(3, 5, 15, 12, seed);
            for (String name : CardPolicies.names()) {
                CardPolicy policy = CardPolicies.make(name, world, new Carousel(12, 3, Feedback.PAPER));
                Draws draws = new Draws(seed);
                int[] users = {0, 4, 8, 8, 14};
                int[][] lists = new int[5][12];
                for (int round = 0; round < 6; round++) {
                    policy.choose(users, lists, draws);
                    for (int[] list : lists) {
                        assertThat(Arrays.stream(list).distinct().count())
                                .as(name)
                                .isEqualTo(12);
                        assertThat(Arrays.stream(list)).as(name).allMatch(card -> card >= 0 && card < 15);
                    }
                    policy.learn(users, lists, new int[] {0, 11, Carousel.NOTHING, 5, 2});
                }
            }
        });
    }

    @Test
    void learningLosesLessThanChanceAndAPriorLessThanNone() {
        CardReport report = run(Feedback.VIEWPORT, 3, 1);
        double random = regret(report, "random");
        assertThat(regret(report, "ts-seg-pessimistic")).isLessThan(0.9 * random);
        assertThat(regret(report, "epsilon-greedy-exploit")).isLessThan(0.9 * random);
        assertThat(regret(report, "hier-thompson-slots"))
                .isPositive()
                .isLessThan(0.8 * regret(report, "ts-seg-pessimistic"));
        assertThat(regret(report, "eb-greedy")).isLessThan(0.9 * regret(report, "ts-seg-pessimistic"));
    }

    @Test
    void aCarouselWhoseEarningsAreKnownLosesWhatItMust() {
        // Of two cards for one slot one is streamed always, the other never: chance loses half of the visits.
        Listeners one = new Listeners(new double[][] {{1}}, new int[] {0});
        CardSimulation simulation = new CardSimulation(new double[][] {{0, 50}, {0, -50}}, one, line -> {});
        CardReport report = simulation.run(new CardOptions(
                new Carousel(1, 1, Feedback.PAPER), 0, 0, 20, 500, List.of("random", "epsilon-greedy-exploit"), 1, 1));
        assertThat(regret(report, "random")).isCloseTo(5000, within(250.0));
        // Once the round of chance is over, only a half of every hundredth visit is lost.
        assertThat(regret(report, "epsilon-greedy-exploit")).isBetween(200.0, 360.0);
    }

    @Test
    void theSameOptionsGiveTheSameReportAndAnotherSeedAnother() {
        assertThat(run(Feedback.PAPER, 2, 1).json())
                .isEqualTo(run(Feedback.PAPER, 2, 1).json());
        assertThat(run(Feedback.PAPER, 2, 1).json())
                .isNotEqualTo(run(Feedback.PAPER, 2, 9).json());
        assertThat(regret(run(Feedback.PAPER, 2, 1), "ts-seg-naive"))
                .isNotEqualTo(regret(run(Feedback.VIEWPORT, 2, 1), "ts-seg-naive"));
    }

    @Test
    void theSpreadIsThatOfTheSeeds() {
        RegretCurve curve = new RegretCurve("one", new double[][] {{1, 2}, {3, 6}}, new PropensityHealth());
        assertThat(curve.mean(0)).isZero();
        assertThat(curve.mean(2)).isEqualTo(4);
        assertThat(curve.deviation(2)).isCloseTo(Math.sqrt(8), within(1e-12));
    }

    @Test
    void thePictureHasACurveAndALabelForEachPolicy() {
        String svg = run(Feedback.PAPER, 2, 1).picture();
        assertThat(svg).startsWith("<svg ").endsWith("</svg>\n").doesNotContain("NaN");
        for (String policy : CardPolicies.names()) {
            assertThat(svg).contains(">" + policy + " ");
        }
        assertThat(svg.split("<polyline", -1)).hasSize(CardPolicies.names().size() + 1);
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThatThrownBy(() -> options(List.of("greedy"), 1))
                .hasMessageContaining("there is no policy 'greedy'; allowed are random");
        assertThatThrownBy(() -> options(List.of(), 1)).hasMessageContaining("no policy is named");
        assertThatThrownBy(() -> options(CardPolicies.names(), 0))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("seeds: 0; allowed is 1 to 1000");
    }

    private static CardOptions options(List<String> policies, int seeds) {
        return new CardOptions(new Carousel(12, 3, Feedback.PAPER), 0, 0, 10, 10, policies, seeds, 1);
    }

    private static CardReport run(Feedback feedback, int seeds, long seed) {
        CardSimulation simulation =
                new CardSimulation(SmallWorlds.cards(150, 1), SmallWorlds.listeners(4, 10, 1), line -> {});
        return simulation.run(
                new CardOptions(new Carousel(6, 2, feedback), 0, 0, 25, 120, CardPolicies.names(), seeds, seed));
    }

    private static double regret(CardReport report, String policy) {
        RegretCurve curve = report.curve(policy);
        return curve.mean(curve.rounds());
    }
}
