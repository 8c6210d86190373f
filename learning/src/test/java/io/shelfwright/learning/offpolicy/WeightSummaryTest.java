package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightSummaryTest {
    @Test
    void aHandComputedSummary() {
        WeightSummary summary = WeightSummary.of(new double[] {2, 0.5, 4});
        assertThat(summary.mean()).isCloseTo(6.5 / 3, within(1e-12));
        assertThat(summary.min()).isEqualTo(0.5);
        assertThat(summary.max()).isEqualTo(4);
        assertThat(summary.effectiveSize()).isCloseTo(42.25 / 20.25, within(1e-12));
    }

    @Test
    void evenWeightsOfEnoughRoundsAreUsable() {
        assertThat(WeightSummary.of(weights(200, 1)).refusals()).isEmpty();
    }

    @Test
    void tooFewEffectiveRoundsAreRefused() {
        assertThat(WeightSummary.of(weights(199, 1)).refusals())
                .singleElement()
                .asString()
                .contains("199.0", "200");
    }

    @Test
    void aMeanAwayFromOneIsRefusedOnBothSides() {
        for (double mean : new double[] {0.89, 1.11}) {
            assertThat(WeightSummary.of(weights(1000, mean)).refusals())
                    .singleElement()
                    .asString()
                    .contains("mean weight");
        }
        assertThat(WeightSummary.of(weights(1000, 1.09)).refusals()).isEmpty();
    }

    @Test
    void aWeightThatOutweighsATwentiethOfTheRoundsIsRefused() {
        double[] weights = weights(1000, 0.96);
        weights[7] = 51;
        assertThat(WeightSummary.of(weights).refusals())
                .singleElement()
                .asString()
                .contains("largest weight");
    }

    @Test
    void aPolicyThatNeverShowsWhatWasLoggedIsRefused() {
        assertThat(WeightSummary.of(weights(1000, 0)).refusals()).hasSize(2);
    }

    private static double[] weights(int count, double weight) {
        double[] weights = new double[count];
        Arrays.fill(weights, weight);
        return weights;
    }
}
