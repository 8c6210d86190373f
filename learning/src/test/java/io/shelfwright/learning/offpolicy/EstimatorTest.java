package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EstimatorTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Weights 2, 0.5 and 4; what the model missed is 0.5, -0.25 and 0.5. */
    private static final LoggedRounds HAND = LoggedRounds.of(
            new double[] {1, 0, 1},
            new double[] {0.25, 0.5, 0.125},
            new double[] {0.5, 0.25, 0.5},
            new double[] {0.5, 0.25, 0.5},
            new double[] {0.25, 0.5, 0.75});

    @Test
    void estimatesOfThreeHandComputedRounds() {
        assertThat(value("IPW")).isCloseTo(6.0 / 3, EXACT);
        assertThat(value("IPW_clip_2")).isCloseTo(4.0 / 3, EXACT);
        assertThat(value("SNIPW")).isCloseTo(6.0 / 6.5, EXACT);
        assertThat(value("DM")).isCloseTo(0.5, EXACT);
        assertThat(value("DR")).isCloseTo(0.5 + (1 - 0.125 + 2) / 3, EXACT);
        assertThat(value("DR_clip_1")).isCloseTo(0.5 + (0.5 - 0.125 + 0.5) / 3, EXACT);
        assertThat(value("SNDR")).isCloseTo(0.5 + (1 - 0.125 + 2) / 6.5, EXACT);
        assertThat(value("SwitchDR_2")).isCloseTo(0.5 + (1 - 0.125) / 3, EXACT);
        assertThat(value("DRos_1")).isCloseTo(0.5 + (0.4 * 0.5 - 0.4 * 0.25 + 4 / 17.0 * 0.5) / 3, EXACT);
        assertThat(value("SGIPW_0.1")).isCloseTo((2 / 1.1 + 4 / 1.3) / 3, EXACT);
        assertThat(value("SGDR_0.1")).isCloseTo(0.5 + (1 / 1.1 - 0.125 / 0.95 + 2 / 1.3) / 3, EXACT);
    }

    private static double value(String name) {
        return Estimator.standard(true).stream()
                .filter(estimator -> estimator.name().equals(name))
                .findFirst()
                .orElseThrow()
                .estimate(HAND)
                .value();
    }

    @Test
    void errorAndIntervalOfAHandComputedMean() {
        Estimate estimate = Estimate.of(new double[] {1, 2, 3, 6});
        assertThat(estimate.value()).isEqualTo(3);
        assertThat(estimate.se()).isCloseTo(Math.sqrt(14.0 / 3) / 2, EXACT);
        assertThat(estimate.high() - 3).isCloseTo(1.959963984540054 * estimate.se(), EXACT);
        assertThat(3 - estimate.low()).isCloseTo(1.959963984540054 * estimate.se(), EXACT);
    }

    @Test
    void aConstantRewardIsItsOwnSelfNormalisedEstimate() {
        SplittableRandom random = new SplittableRandom(5);
        for (int draw = 0; draw < 50; draw++) {
            int n = 1 + random.nextInt(200);
            double constant = random.nextDouble(-3, 3);
            double[] reward = new double[n];
            Arrays.fill(reward, constant);
            LoggedRounds rounds = LoggedRounds.of(reward, probabilities(random, n), probabilities(random, n));
            Estimator selfNormalised = new Estimator("SNIPW", Shrinkage.NONE, 0, false, true);
            assertThat(selfNormalised.estimate(rounds).value()).isCloseTo(constant, within(1e-11));
            assertThat(Estimator.deltaMethodError(rounds)).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void thePolicyThatLoggedEarnsTheMeanReward() {
        SplittableRandom random = new SplittableRandom(6);
        double[] reward = random.doubles(500).toArray();
        double[] pscore = probabilities(random, 500);
        double mean = Arrays.stream(reward).average().orElseThrow();
        LoggedRounds rounds = LoggedRounds.of(reward, pscore, pscore, reward, reward);
        for (Estimator estimator : Estimator.standard(true)) {
            assertThat(estimator.estimate(rounds).value()).as(estimator.name()).isCloseTo(mean, EXACT);
        }
        assertThat(WeightSummary.of(rounds.weights()).effectiveSize()).isCloseTo(500, within(1e-9));
    }

    @Test
    void withoutLimitEveryShrinkageIsTheWeight() {
        for (Shrinkage shrinkage : new Shrinkage[] {Shrinkage.CLIP, Shrinkage.SWITCH, Shrinkage.OPTIMISTIC}) {
            assertThat(shrinkage.apply(7.5, Double.POSITIVE_INFINITY)).isEqualTo(7.5);
        }
        assertThat(Shrinkage.SUB_GAUSSIAN.apply(7.5, 0)).isEqualTo(7.5);
    }

    @Test
    void aModelIsAskedForWhereItIsNeeded() {
        LoggedRounds bare = LoggedRounds.of(new double[] {1}, new double[] {0.5}, new double[] {0.5});
        assertThat(Estimator.standard(false)).noneMatch(Estimator::modelled).hasSize(10);
        assertThatThrownBy(() -> new Estimator("DR", Shrinkage.NONE, 0, true, false).estimate(bare))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("regression model");
    }

    @Test
    void aLoggedProbabilityOfZeroIsRefused() {
        assertThatThrownBy(() -> LoggedRounds.of(new double[] {1}, new double[] {0}, new double[] {0.5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0, 1]");
    }

    private static double[] probabilities(SplittableRandom random, int n) {
        return random.doubles(n, 0.01, 1).toArray();
    }
}
