package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PseudoinverseTest {

    @Test
    void thePolicyThatLoggedHasTheWeightOne() {
        SplittableRandom random = new SplittableRandom(2);
        for (int draw = 0; draw < 20; draw++) {
            double[] logits = random.doubles(4, -1, 1).toArray();
            assertThat(Pseudoinverse.ofRanking(logits, logits, new int[] {2, 0}))
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void oneSlotHasTheOrdinaryWeight() {
        double[] logging = {0, Math.log(3)};
        double[] evaluated = {0, 0};
        assertThat(Pseudoinverse.ofRanking(logging, evaluated, new int[] {0})).isCloseTo(2, within(1e-10));
        assertThat(Pseudoinverse.ofRanking(logging, evaluated, new int[] {1})).isCloseTo(2 / 3.0, within(1e-10));
    }

    @Test
    void aRewardThatAddsUpIsEstimatedWithoutBias() {
        double[] logging = {0.3, -0.4, 0.9, 0};
        double[] evaluated = {-1, 0.5, 0.2, 1};
        double[][] gain = {{0.1, 0.7, 0.2, 0.4}, {0.3, 0, 0.9, 0.5}};
        double[] sums = new double[2];
        new PlackettLuce(logging, 2)
                .forEach((ranking, probability) -> sums[0] += probability
                        * Pseudoinverse.ofRanking(logging, evaluated, ranking)
                        * (gain[0][ranking[0]] + gain[1][ranking[1]]));
        new PlackettLuce(evaluated, 2)
                .forEach(
                        (ranking, probability) -> sums[1] += probability * (gain[0][ranking[0]] + gain[1][ranking[1]]));
        assertThat(sums[0]).isCloseTo(sums[1], within(1e-10));
    }

    @Test
    void independentSlotsHaveTheirClosedForm() {
        double[][] logging = {{0.2, 0.8}, {0.6, 0.4}};
        double[][] evaluated = {{0.5, 0.5}, {0.1, 0.9}};
        double[][] pairs = new double[4][4];
        for (int first = 0; first < 2; first++) {
            for (int second = 0; second < 2; second++) {
                double probability = logging[0][first] * logging[1][second];
                pairs[first][first] += probability;
                pairs[2 + second][2 + second] += probability;
                pairs[first][2 + second] += probability;
                pairs[2 + second][first] += probability;
            }
        }
        double general = Pseudoinverse.product(
                new double[] {0.5, 0.5, 0.1, 0.9}, new SymmetricEigen(pairs), new double[] {1, 0, 0, 1});
        assertThat(general)
                .isCloseTo(
                        Pseudoinverse.ofIndependentSlots(
                                new double[] {evaluated[0][0] / logging[0][0], evaluated[1][1] / logging[1][1]}),
                        within(1e-12));
    }

    @Test
    void theProbabilitiesOfAllRankingsSumToOne() {
        double[] sum = new double[1];
        new PlackettLuce(new double[] {800, 0, -5, 3}, 3).forEach((ranking, probability) -> sum[0] += probability);
        assertThat(sum[0]).isCloseTo(1, within(1e-12));
        assertThat(PlackettLuce.enumerable(6, 3)).isTrue();
        assertThat(PlackettLuce.enumerable(40, 4)).isFalse();
    }
}
