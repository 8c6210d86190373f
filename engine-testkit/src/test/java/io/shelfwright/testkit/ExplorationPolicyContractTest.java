package io.shelfwright.testkit;

import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.InstanceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class ExplorationPolicyContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends ExplorationPolicyContract {
        @Override
        protected ExplorationPolicy policy(InstanceContext context) {
            return Suspects.<Supplier<ExplorationPolicy>>present().get();
        }
    }

    /** Draws any card with the same probability. */
    private static class Behaved implements ExplorationPolicy {
        private final Thread maker = Thread.currentThread();
        private final List<Integer> seen = new CopyOnWriteArrayList<>();

        @Override
        public Choice choose(Feasible feasible, RandomGenerator random) {
            return new Choice(random.nextInt(feasible.size()), 1.0 / feasible.size(), feasible.size());
        }
    }

    private static Supplier<ExplorationPolicy> but(Deed deed) {
        return () -> new Behaved() {
            @Override
            public Choice choose(Feasible feasible, RandomGenerator random) {
                return deed.apply(this, feasible, super.choose(feasible, random), random);
            }
        };
    }

    private interface Deed {
        ExplorationPolicy.Choice apply(
                Behaved self,
                ExplorationPolicy.Feasible feasible,
                ExplorationPolicy.Choice choice,
                RandomGenerator random);
    }

    private static ExplorationPolicy.Choice choice(int card, double propensity, int support) {
        return new ExplorationPolicy.Choice(card, propensity, support);
    }

    private static boolean isSeeded(ExplorationPolicy.Feasible feasible) {
        return feasible.size() > 1 && feasible.logUtility(0) > -3 && feasible.logUtility(0) < -2;
    }

    private static double softmax(ExplorationPolicy.Feasible feasible, int card) {
        double sum = 0;
        for (int other = 0; other < feasible.size(); other++) {
            sum += Math.exp(feasible.logUtility(other) - feasible.logUtility(card));
        }
        return 1 / sum;
    }

    /** Draws the later cards more often than the earlier ones, and says so. */
    private static ExplorationPolicy.Choice byPlace(int size, RandomGenerator random) {
        double sum = size * (size + 1) / 2.0;
        double left = random.nextDouble() * sum;
        int card = 0;
        while (card < size - 1 && left >= card + 1) {
            left -= card + 1;
            card++;
        }
        return choice(card, (card + 1) / sum, size);
    }

    /** Draws any card with the same probability, but foretells something else. */
    private static Supplier<ExplorationPolicy> foretelling() {
        return () -> new Behaved() {
            @Override
            public Optional<double[]> probabilities(Feasible feasible) {
                double[] told = new double[feasible.size()];
                Arrays.setAll(told, card -> isSeeded(feasible) ? softmax(feasible, card) : 1.0 / told.length);
                return Optional.of(told);
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsThePolicyThatBreaksIt() {
        return Suspects.<Supplier<ExplorationPolicy>>of(Suspect.class, Behaved::new)
                .breaks(
                        "theChoiceIsOneOfTheCardsWithAProbabilityAndASupport",
                        but((self, feasible, choice, random) -> isSeeded(feasible)
                                ? choice(choice.card(), choice.propensity(), feasible.size() + 1)
                                : choice))
                .breaks(
                        "aLoneCardIsTakenForCertain",
                        but((self, feasible, choice, random) -> feasible.size() == 1 ? choice(0, 0.5, 1) : choice))
                .breaks(
                        "theSameSeedMakesTheSameChoiceInAnyInstance",
                        but((self, feasible, choice, random) -> FirstComers.isFirst(feasible, self)
                                ? choice
                                : choice((choice.card() + 1) % feasible.size(), choice.propensity(), feasible.size())))
                .breaks(
                        "fourThreadsAtOnceMakeTheSameChoice",
                        but((self, feasible, choice, random) -> Thread.currentThread() == self.maker
                                ? choice
                                : choice((choice.card() + 1) % feasible.size(), choice.propensity(), feasible.size())))
                .breaks(
                        "theProbabilityOfACardIsTheSameWheneverItIsDrawn",
                        but((self, feasible, choice, random) -> isSeeded(feasible)
                                ? choice(
                                        choice.card(),
                                        choice.propensity() * (1 - 1e-7 * random.nextDouble()),
                                        feasible.size())
                                : choice))
                .breaks(
                        "theProbabilitiesSumToOneOverTheSupport",
                        but((self, feasible, choice, random) -> feasible.size() > 1
                                ? choice(choice.card(), 0.98 * choice.propensity(), feasible.size())
                                : choice))
                .breaks(
                        "cardsAreDrawnAsOftenAsIsTold",
                        but((self, feasible, choice, random) -> isSeeded(feasible)
                                ? choice(choice.card(), softmax(feasible, choice.card()), feasible.size())
                                : choice))
                .breaks(
                        "noMoreCardsAreDrawnThanTheSupportHolds",
                        but((self, feasible, choice, random) -> choice(choice.card(), choice.propensity(), 1)))
                .breaks(
                        "theOrderOfTheCardsDoesNotChangeTheirProbabilities",
                        but((self, feasible, choice, random) ->
                                isSeeded(feasible) ? byPlace(feasible.size(), random) : choice))
                .breaks("cardsWithoutAFiniteUtilityAndTiesAreNoTrouble", but((self, feasible, choice, random) -> {
                    if (Double.isNaN(feasible.logUtility(feasible.size() - 1))) {
                        throw new IllegalStateException("not a number");
                    }
                    return choice;
                }))
                .breaks("probabilitiesToldBeforehandAreThoseOfTheDraws", foretelling())
                .breaks("nothingIsKeptBetweenCalls", but((self, feasible, choice, random) -> {
                    self.seen.add(choice.card());
                    return choice;
                }))
                .tests();
    }
}
