package io.shelfwright.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.TestFeasible;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThompsonTest {
    private static final double EPSILON = 0.02;

    @Test
    void ofTwoCardsTheBetterOneWinsAsOftenAsTheirDifferenceIsPositive() {
        TestFeasible cards = TestFeasible.of(-1, -1.3).withUncertainties(0.3, 0.4);
        double expected = Thompson.normal(0.3 / 0.5);
        assertThat(probabilities(cards, 1))
                .containsExactly(
                        new double[] {
                            (1 - EPSILON) * expected + EPSILON / 2, (1 - EPSILON) * (1 - expected) + EPSILON / 2
                        },
                        within(1e-3));
    }

    @Test
    void cardsWinAsOftenAsTheirDrawsAreTheGreatest() {
        double[] utilities = {-1, -1.2, -0.9, -1.6, -1.1};
        double[] deviations = {0.1, 0.4, 0.05, 0.6, 0.2};
        RandomCases.run(1, (seed, random) -> {
            int draws = 100_000;
            double[] wins = new double[utilities.length];
            for (int draw = 0; draw < draws; draw++) {
                int best = 0;
                double most = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < utilities.length; i++) {
                    double drawn = utilities[i] + deviations[i] * random.nextGaussian();
                    if (drawn > most) {
                        most = drawn;
                        best = i;
                    }
                }
                wins[best] += 1.0 / draws;
            }
            double[] told = probabilities(TestFeasible.of(utilities).withUncertainties(deviations), 1);
            for (int i = 0; i < wins.length; i++) {
                double expected = (1 - EPSILON) * wins[i] + EPSILON / wins.length;
                assertThat(told[i]).isCloseTo(expected, within(0.008));
            }
        });
    }

    @Test
    void whatIsSureIsTakenAndWhatIsUncertainIsTried() {
        double[] sure = probabilities(TestFeasible.of(-1, -1.3, -1.2), 1);
        assertThat(sure[0]).isCloseTo(1 - EPSILON + EPSILON / 3, within(1e-6));
        double[] open = probabilities(TestFeasible.of(-1, -1.3, -1.2).withUncertainties(0, 0.5, 0), 1);
        assertThat(open[1]).isGreaterThan(0.2).isLessThan(0.5);
        assertThat(open[2]).isCloseTo(EPSILON / 3, within(1e-6));
        double[] without = probabilities(TestFeasible.of(-1, -1.3, -1.2).withUncertainties(0, 0.5, 0), 0);
        assertThat(without).containsExactly(sure, within(1e-9));
    }

    @Test
    void noUncertaintyCountsForMoreThanAFactorOfTwo() {
        double[] bounded = probabilities(TestFeasible.of(-1, -1.5).withUncertainties(0, 1e9), 1);
        double[] same = probabilities(TestFeasible.of(-1, -1.5).withUncertainties(0, Math.log(2)), 1);
        assertThat(bounded).containsExactly(same, within(1e-12));
    }

    @Test
    void probabilitiesSumToOneAndNoneIsBelowTheFloor() {
        RandomCases.run(200, (seed, random) -> {
            double[] utilities = new double[2 + random.nextInt(80)];
            double[] deviations = new double[utilities.length];
            double scale = Math.pow(10, random.nextInt(4) - 1);
            for (int i = 0; i < utilities.length; i++) {
                utilities[i] = -scale * random.nextDouble();
                deviations[i] = random.nextInt(4) == 0 ? 0 : 2 * random.nextDouble();
            }
            ThompsonSettings settings = settings(3 * random.nextDouble(), random.nextInt(2) * 0.25);
            Support support = new Support(TestFeasible.of(utilities).withUncertainties(deviations), settings.guard());
            double[] probabilities = new Thompson(settings).probabilities(support);
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
            for (double probability : probabilities) {
                assertThat(probability).isBetween(EPSILON / probabilities.length - 1e-15, 1.0);
            }
        });
    }

    @Test
    void theNormalDistributionIsThatOfTheTables() {
        Map.of(0.0, 0.5, 1.0, 0.8413447461, -1.959963985, 0.025, 3.0, 0.9986501020)
                .forEach((x, p) -> assertThat(Thompson.normal(x)).isCloseTo(p, within(1e-7)));
    }

    private static ThompsonSettings settings(double spread, double floor) {
        return new ThompsonSettings(EPSILON, spread, 60, floor, 2, 30, 10);
    }

    /** Returns the probabilities by card. */
    private static double[] probabilities(TestFeasible cards, double spread) {
        ThompsonSettings settings = settings(spread, 0.25);
        return new DrawingPolicy(settings.guard(), new Thompson(settings))
                .probabilities(cards)
                .orElseThrow();
    }
}
