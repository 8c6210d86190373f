package io.shelfwright.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.ExplorationPolicy.Choice;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestFeasible;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestUser;
import java.time.Duration;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingPolicyTest {
    private static final double EPSILON = 0.02;
    private static final PlackettLuceSettings DEFAULTS = settings(0.25, 1, 60, 0.25);
    private static final TestCatalog CATALOG =
            TestCatalog.builder().album("a", "x").build();

    private final ExplorationPolicy plackettLuce = policy(DEFAULTS);
    private final EpsilonGreedySettings greedy = new EpsilonGreedySettings(0.1, 60, 0.25, 2, 30, 10);
    private final ExplorationPolicy epsilonGreedy = new DrawingPolicy(greedy.guard(), new EpsilonGreedy(greedy));

    @Test
    void plackettLuceIsASoftmaxMixedWithChanceByHand() {
        TestFeasible feasible = TestFeasible.of(Math.log(0.2), Math.log(0.1)).withUncertainties(0, 0.4);
        double weight = Math.exp((Math.log(0.1) + 0.4 - Math.log(0.2)) / 0.25);
        double[] probabilities = probabilities(feasible);

        assertThat(probabilities[0]).isCloseTo(0.98 / (1 + weight) + 0.01, within(1e-12));
        assertThat(probabilities[1]).isCloseTo(0.98 * weight / (1 + weight) + 0.01, within(1e-12));
    }

    @Test
    void optimismIsBoundedByAFactorOfTwo() {
        double[] bounded = probabilities(TestFeasible.of(-1, -1.5).withUncertainties(0, 1e9));
        double[] same = probabilities(TestFeasible.of(-1, -1.5 + Math.log(2)));

        // The second card leads in both, so that it comes first in the support.
        assertThat(bounded[0]).isCloseTo(same[0], within(1e-12));
    }

    @Test
    void probabilitiesSumToOneAndNoneIsBelowTheFloor() {
        RandomCases.run(300, (seed, random) -> {
            double[] utilities = new double[2 + random.nextInt(100)];
            double[] uncertainties = new double[utilities.length];
            double scale = Math.pow(10, random.nextInt(5));
            for (int i = 0; i < utilities.length; i++) {
                utilities[i] = -scale * random.nextDouble();
                uncertainties[i] = random.nextDouble();
            }
            TestFeasible feasible = TestFeasible.of(utilities).withUncertainties(uncertainties);
            PlackettLuceSettings settings = settings(
                    0.001 + random.nextDouble(),
                    2 * random.nextDouble(),
                    1 + random.nextInt(80),
                    random.nextInt(2) * 0.25);
            Support support = new Support(feasible, settings.guard());
            double[] pl = new PlackettLuce(settings).probabilities(support);
            double[] eps = new EpsilonGreedy(greedy).probabilities(support);

            assertThat(sum(pl)).isCloseTo(1, within(1e-12));
            assertThat(sum(eps)).isCloseTo(1, within(1e-12));
            for (int i = 0; i < pl.length; i++) {
                assertThat(pl[i]).isBetween(EPSILON / pl.length, 1 + 1e-12);
                assertThat(eps[i]).isBetween(greedy.epsilon() / pl.length, 1 + 1e-12);
            }
        });
    }

    @Test
    void drawsAreAsFrequentAsTheirPropensitySays() {
        double[] utilities = {-2.0, -2.1, -1.9, -2.6, -2.3, -9, -3.0};
        TestFeasible feasible = TestFeasible.of(utilities).withUncertainties(0.1, 0.9, 0, 0.6, 0.2, 5, 0.3);
        for (ExplorationPolicy policy : new ExplorationPolicy[] {plackettLuce, epsilonGreedy}) {
            int draws = 20_000;
            int[] counts = new int[utilities.length];
            double[] propensities = new double[utilities.length];
            double inverse = 0;
            double squares = 0;
            for (int draw = 0; draw < draws; draw++) {
                Choice choice = policy.choose(feasible, new SplittableRandom(draw));
                assertThat(choice.supportSize()).isEqualTo(6);
                counts[choice.card()]++;
                propensities[choice.card()] = choice.propensity();
                double health = 1 / (choice.supportSize() * choice.propensity());
                inverse += health;
                squares += health * health;
            }
            assertThat(counts[5]).as("a card below the quality floor").isZero();
            for (int card = 0; card < counts.length; card++) {
                double p = propensities[card];
                double error = Math.sqrt(p * (1 - p) / draws);
                assertThat((double) counts[card] / draws).isCloseTo(p, within(4 * error + 1e-12));
            }
            double mean = inverse / draws;
            double deviation = Math.sqrt((squares / draws - mean * mean) / draws);
            assertThat(mean).isCloseTo(1, within(4 * deviation));
        }
    }

    @Test
    void theSameSeedDrawsTheSameCard() {
        RandomCases.run(50, (seed, random) -> {
            TestFeasible feasible = TestFeasible.of(-1, -1.1, -1.2, -1.05);

            assertThat(plackettLuce.choose(feasible, new SplittableRandom(seed)))
                    .isEqualTo(plackettLuce.choose(feasible, new SplittableRandom(seed)));
        });
    }

    @Test
    void onlyCardsOfEnoughQualityAreDrawn() {
        TestFeasible feasible = TestFeasible.of(Math.log(0.4), Math.log(0.1001), Math.log(0.0999))
                .withUncertainties(0, 0, 9);
        Support support = new Support(feasible, DEFAULTS.guard());

        assertThat(support.size()).isEqualTo(2);
        assertThat(support.card(1)).isEqualTo(1);
    }

    @Test
    void theSupportHoldsTheBestCardAndTheHighestScoresTiesByIndex() {
        TestFeasible feasible = TestFeasible.of(-1, -1, -0.9, -1, -1.3).withBest(4);
        Support support = new Support(feasible, settings(0.25, 1, 3, 0.25).guard());

        assertThat(new int[] {support.card(0), support.card(1), support.card(2)})
                .containsExactly(2, 0, 4);
        assertThat(support.best()).isEqualTo(2);
    }

    @Test
    void theSupportIsWhatSortingWouldGive() {
        RandomCases.run(200, (seed, random) -> {
            int n = 2 + random.nextInt(30);
            double[] utilities = new double[n];
            for (int i = 0; i < n; i++) {
                utilities[i] = -random.nextInt(6) / 10.0;
            }
            int size = 1 + random.nextInt(n);
            TestFeasible feasible = TestFeasible.of(utilities);
            Support support =
                    new Support(feasible, settings(0.25, 1, size, 0.25).guard());
            int[] sorted = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -utilities[i])
                            .thenComparing(i -> i))
                    .limit(size)
                    .mapToInt(i -> i)
                    .toArray();
            assertThat(support.size()).isEqualTo(size);
            for (int i = 0; i < size; i++) {
                assertThat(support.card(i)).isEqualTo(sorted[i]);
            }
        });
    }

    @Test
    void aUsedBudgetTakesTheBestCardForSure() {
        TestUser session = TestUser.of("u");
        for (int i = 0; i < 2; i++) {
            session.exploredImpression("a", "s", TestRequests.AT.minus(Duration.ofMinutes(29)));
        }
        TestUser yesterday = TestUser.of("u");
        for (int i = 0; i < 9; i++) {
            yesterday.exploredImpression("a", "s", TestRequests.AT.minus(Duration.ofHours(5)));
        }
        TestFeasible feasible = TestFeasible.of(-1, -1);

        assertThat(explores(feasible.withUser(session.build(CATALOG)))).isFalse();
        assertThat(explores(feasible.withUser(yesterday.build(CATALOG)))).isTrue();
        yesterday.exploredImpression("a", "s", TestRequests.AT.minus(Duration.ofHours(23)));
        assertThat(explores(feasible.withUser(yesterday.build(CATALOG)))).isFalse();
    }

    @Test
    void whereThereIsNothingToDrawTheBestCardIsTaken() {
        RandomGenerator random = new SplittableRandom(1);
        Choice first = new Choice(0, 1, 1);

        assertThat(plackettLuce.choose(TestFeasible.of(-1), random)).isEqualTo(first);
        assertThat(plackettLuce.choose(TestFeasible.of(-1, -50), random)).isEqualTo(first);
        assertThat(plackettLuce.choose(TestFeasible.of(-1, Double.NEGATIVE_INFINITY), random))
                .isEqualTo(first);
        assertThat(plackettLuce.choose(TestFeasible.of(-1, Double.NaN), random)).isEqualTo(first);
        assertThat(plackettLuce.choose(TestFeasible.of(Double.NaN, -1).withBest(0), random))
                .isEqualTo(first);
        assertThat(new BestCard().choose(TestFeasible.of(-1, -1, -0.5), random)).isEqualTo(new Choice(2, 1, 1));
    }

    @Test
    void aNearlyCertainCardHasAPropensityOfAtMostOne() {
        TestFeasible feasible = TestFeasible.of(0, -700, -10_000);
        ExplorationPolicy cold = policy(settings(0.001, 0, 60, 0));
        RandomCases.run(200, (seed, random) -> {
            Choice choice = cold.choose(feasible, random);
            assertThat(choice.propensity()).isBetween(EPSILON / 3, 1.0);
            assertThat(choice.supportSize()).isEqualTo(3);
        });
    }

    private static PlackettLuceSettings settings(double temperature, double kappa, int support, double floor) {
        return new PlackettLuceSettings(temperature, EPSILON, kappa, support, floor, 2, 30, 10);
    }

    private static ExplorationPolicy policy(PlackettLuceSettings settings) {
        return new DrawingPolicy(settings.guard(), new PlackettLuce(settings));
    }

    private static double[] probabilities(TestFeasible feasible) {
        return new PlackettLuce(DEFAULTS).probabilities(new Support(feasible, DEFAULTS.guard()));
    }

    private boolean explores(TestFeasible feasible) {
        Choice choice = plackettLuce.choose(feasible, new SplittableRandom(1));
        assertThat(choice.supportSize() > 1).isEqualTo(choice.propensity() < 1);
        return choice.supportSize() > 1;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
