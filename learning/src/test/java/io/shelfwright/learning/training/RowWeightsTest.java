package io.shelfwright.learning.training;

import static io.shelfwright.learning.TestPages.row;
import static io.shelfwright.learning.TestPages.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.TestFeatures;
import io.shelfwright.learning.dataset.Dataset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowWeightsTest {
    private final RowWeights weights =
            RowWeights.of(new Dataset(TestFeatures.SCHEMA, List.of("stream"), List.of()), TestSettings.of(""));

    @Test
    void aCardKnownToBeSeenWeighsOneWhereverItStood() {
        assertThat(weights.of(row(slot("a", 0.1, 1, false, true), true, true))).isEqualTo(1);
    }

    @Test
    void aReactionLowOnThePageStandsForThoseThatWereOverlooked() {
        assertThat(weights.of(row(slot("a", 0.25, 1, false, true), true, false)))
                .isEqualTo(4);
        assertThat(weights.of(row(slot("a", 0.25, 1, false, true), false, false)))
                .isEqualTo(1);
    }

    @Test
    void examinationIsClipped() {
        assertThat(weights.of(row(slot("a", 0.001, 1, false, true), true, false)))
                .isCloseTo(20, within(1e-9));
        assertThat(weights.of(row(slot("a", 0, 1, false, true), true, false))).isCloseTo(20, within(1e-9));
    }

    @Test
    void anExploredCardWeighsOneOverItsPropensityUpToTheClip() {
        assertThat(explored(0.5)).isEqualTo(2);
        assertThat(explored(0.001)).isEqualTo(10);
        SlotRecord fixed = slot("a", 1, 0.5, false, true);
        assertThat(weights.of(row(fixed, false, true))).isEqualTo(1);
    }

    @Test
    void examinationWeightsRecoverTheOddsOfRareReactions() {
        SplittableRandom random = new SplittableRandom(5);
        double relevance = 0.04;
        double examination = 0.3;
        double forIt = 0;
        double all = 0;
        for (int i = 0; i < 400_000; i++) {
            boolean played = random.nextDouble() < examination && random.nextDouble() < relevance;
            double weight = weights.of(row(slot("a", examination, 1, false, true), played, false));
            all += weight;
            forIt += played ? weight : 0;
        }
        assertThat(forIt / all).isCloseTo(relevance, within(0.003));
    }

    @Test
    void theEffectiveSampleIsTheNumberOfEqualRowsAndOneWhereOneRules() {
        assertThat(RowWeights.effectiveSampleSize(new double[] {3, 3, 3, 3})).isCloseTo(4, within(1e-12));
        assertThat(RowWeights.effectiveSampleSize(new double[] {1e6, 1, 1, 1})).isCloseTo(1, within(1e-4));
    }

    private double explored(double propensity) {
        return weights.of(row(slot("a", 1, propensity, true, true), false, true));
    }
}
