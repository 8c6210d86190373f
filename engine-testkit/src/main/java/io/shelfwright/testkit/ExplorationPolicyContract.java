package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.ExplorationPolicy.Choice;
import io.shelfwright.spi.InstanceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What every exploration policy keeps to, however it draws; extend it and make an instance.
 *
 * <p>Checked on seeded cards. The probability that a policy tells is compared with how often it draws a card in
 * {@value #DRAWS} draws of fixed seeds: they may differ by 5 standard deviations of the binomial distribution and 3 draws,
 * which happens by chance less than once in a million cards. A failure names the seed.
 */
public abstract class ExplorationPolicyContract {
    private static final int CASES = 6;
    private static final int DRAWS = 20_000;
    private static final double DEVIATIONS = 5;
    private static final double SLACK = 3;
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    /** Makes the instance under test. */
    protected abstract ExplorationPolicy policy(InstanceContext context);

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void theChoiceIsOneOfTheCardsWithAProbabilityAndASupport() {
        onCards((policy, cards, random) -> assertSane(policy.choose(cards, random), cards));
    }

    @Test
    void aLoneCardIsTakenForCertain() {
        TestFeasible alone = TestFeasible.of(-3.0);
        RandomCases.run(CASES, (seed, random) -> assertThat(make().choose(alone, random))
                .isEqualTo(new Choice(0, 1, 1)));
    }

    @Test
    void theSameSeedMakesTheSameChoiceInAnyInstance() {
        onCards((policy, cards, random) -> {
            long seed = random.nextLong();
            Choice first = policy.choose(cards, new SplittableRandom(seed));
            assertThat(policy.choose(cards, new SplittableRandom(seed)))
                    .as("a second call")
                    .isEqualTo(first);
            assertThat(make().choose(cards, new SplittableRandom(seed)))
                    .as("another instance")
                    .isEqualTo(first);
        });
    }

    @Test
    void fourThreadsAtOnceMakeTheSameChoice() {
        onCards((policy, cards, random) -> {
            long seed = random.nextLong();
            Choice alone = policy.choose(cards, new SplittableRandom(seed));
            List<Choice> choices = FourThreads.ask(() -> policy.choose(cards, new SplittableRandom(seed)));
            assertThat(choices).as("choices of four threads at once").containsOnly(alone);
        });
    }

    @Test
    void theProbabilityOfACardIsTheSameWheneverItIsDrawn() {
        onDraws((draws, cards) -> {
            for (int card = 0; card < cards.size(); card++) {
                assertThat(draws.spread(card))
                        .as("difference between the probabilities told for card %d", card)
                        .isCloseTo(0, EXACT);
            }
        });
    }

    @Test
    void theProbabilitiesSumToOneOverTheSupport() {
        onDraws((draws, cards) -> {
            double left = 1 - draws.sum();
            assertThat(left)
                    .as("1 less the probabilities of the %d cards drawn", draws.distinct())
                    .isGreaterThan(-1e-9);
            if (draws.distinct() == draws.support()) {
                assertThat(left)
                        .as("1 less the probabilities of the whole support")
                        .isCloseTo(0, EXACT);
            } else {
                assertThat(left)
                        .as("probability of the cards that were never drawn in %d draws", DRAWS)
                        .isLessThan(0.001 * cards.size());
            }
        });
    }

    @Test
    void probabilitiesToldBeforehandAreThoseOfTheDraws() {
        onCards((policy, cards, random) -> {
            Optional<double[]> told = policy.probabilities(cards);
            if (told.isEmpty()) {
                return;
            }
            double[] probabilities = told.get();
            assertThat(probabilities).as("one for each card").hasSize(cards.size());
            assertThat(Arrays.stream(probabilities).sum()).as("their sum").isCloseTo(1, EXACT);
            for (int draw = 0; draw < 100; draw++) {
                Choice choice = policy.choose(cards, random);
                assertThat(probabilities[choice.card()])
                        .as("probability of card %d", choice.card())
                        .isCloseTo(choice.propensity(), EXACT);
            }
        });
    }

    @Test
    void cardsAreDrawnAsOftenAsIsTold() {
        onDraws((draws, cards) -> {
            for (int card = 0; card < cards.size(); card++) {
                double p = draws.probability(card);
                double bound = DEVIATIONS * Math.sqrt(DRAWS * p * (1 - Math.min(1, p))) + SLACK;
                assertThat((double) draws.count(card))
                        .as("draws of card %d out of %d, of told probability %s", card, DRAWS, p)
                        .isCloseTo(DRAWS * p, Offset.offset(bound));
            }
        });
    }

    @Test
    void noMoreCardsAreDrawnThanTheSupportHolds() {
        onDraws((draws, cards) -> assertThat(draws.distinct())
                .as("different cards drawn from a support of %d", draws.support())
                .isLessThanOrEqualTo(draws.support()));
    }

    @Test
    void theOrderOfTheCardsDoesNotChangeTheirProbabilities() {
        onCards((policy, cards, random) -> {
            SeededCards seeded = SeededCards.draw(random);
            Draws draws = new Draws(policy, seeded.feasible(), DRAWS / 4);
            Draws reversed = new Draws(policy, seeded.reversed().feasible(), DRAWS / 4);
            int last = seeded.feasible().size() - 1;
            for (int card = 0; card <= last; card++) {
                if (draws.count(card) > 0 && reversed.count(last - card) > 0) {
                    assertThat(reversed.probability(last - card))
                            .as("probability of card %d where the cards come in reverse", card)
                            .isCloseTo(draws.probability(card), EXACT);
                }
            }
        });
    }

    @Test
    void cardsWithoutAFiniteUtilityAndTiesAreNoTrouble() {
        double none = Double.NEGATIVE_INFINITY;
        for (TestFeasible cards : List.of(
                TestFeasible.of(-1, none, Double.NaN).withBest(0),
                TestFeasible.of(none, none, none),
                TestFeasible.of(Double.NaN, Double.NaN),
                TestFeasible.of(0, 0, 0, 0),
                TestFeasible.of(700, -700, 0),
                TestFeasible.of(1, 2).withUncertainties(Double.NaN, Double.POSITIVE_INFINITY),
                TestFeasible.of(new double[3000]))) {
            RandomCases.run(20, (seed, random) -> assertSane(make().choose(cards, random), cards));
        }
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        ExplorationPolicy policy = make();
        draw(policy, 0);
        long before = StateSize.of(policy);
        draw(policy, 50);
        assertThat(StateSize.of(policy))
                .as("objects and elements that the instance holds after more calls")
                .isLessThanOrEqualTo(before + mayKeep());
    }

    private static void draw(ExplorationPolicy policy, long from) {
        for (long seed = from; seed < from + 50; seed++) {
            RandomCases.runSeed(
                    seed,
                    (number, random) -> policy.choose(SeededCards.draw(random).feasible(), random));
        }
    }

    private ExplorationPolicy make() {
        return policy(TestContext.of(ContractWorlds.of(0).catalog()));
    }

    private static void assertSane(Choice choice, TestFeasible cards) {
        assertThat(choice.card()).as("chosen card of %d", cards.size()).isBetween(0, cards.size() - 1);
        assertThat(choice.propensity()).as("probability").isGreaterThan(0).isLessThanOrEqualTo(1);
        assertThat(choice.supportSize()).as("support of %d cards", cards.size()).isBetween(1, cards.size());
    }

    private void onCards(Check check) {
        RandomCases.run(
                CASES,
                (seed, random) -> check.check(make(), SeededCards.draw(random).feasible(), random));
    }

    private void onDraws(DrawsCheck check) {
        RandomCases.run(CASES, (seed, random) -> {
            TestFeasible cards = SeededCards.draw(random).feasible();
            check.check(new Draws(make(), cards, DRAWS), cards);
        });
    }

    private interface Check {
        void check(ExplorationPolicy policy, TestFeasible cards, RandomGenerator random) throws Exception;
    }

    private interface DrawsCheck {
        void check(Draws draws, TestFeasible cards);
    }
}
