package io.shelfwright.learning;

import static io.shelfwright.learning.TestPages.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.JoinedPage.JoinedCard;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowWeightsTest {
    private static final List<Interaction> PLAYED = List.of(Interaction.of("u", InteractionType.PLAY, "a"));

    private final RowWeights weights = new RowWeights(LearningRules.DEFAULT);

    @Test
    void aCardKnownToBeSeenWeighsOneWhereverItStood() {
        assertThat(weights.of(new JoinedCard(slot("a", 0.1, 1, false, true), PLAYED), true))
                .isEqualTo(1);
    }

    @Test
    void aReactionLowOnThePageStandsForThoseThatWereOverlooked() {
        assertThat(weights.of(new JoinedCard(slot("a", 0.25, 1, false, true), PLAYED), false))
                .isEqualTo(4);
        assertThat(weights.of(new JoinedCard(slot("a", 0.25, 1, false, true), List.of()), false))
                .isEqualTo(1);
    }

    @Test
    void examinationIsClipped() {
        assertThat(weights.of(new JoinedCard(slot("a", 0.001, 1, false, true), PLAYED), false))
                .isCloseTo(20, within(1e-9));
        assertThat(weights.of(new JoinedCard(slot("a", 0, 1, false, true), PLAYED), false))
                .isCloseTo(20, within(1e-9));
    }

    @Test
    void anExploredCardWeighsOneOverItsPropensityUpToTheClip() {
        assertThat(explored(0.5)).isEqualTo(2);
        assertThat(explored(0.001)).isEqualTo(10);
        SlotRecord fixed = slot("a", 1, 0.5, false, true);
        assertThat(weights.of(new JoinedCard(fixed, List.of()), true)).isEqualTo(1);
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
            double weight = weights.of(
                    new JoinedCard(slot("a", examination, 1, false, true), played ? PLAYED : List.of()), false);
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
        return weights.of(new JoinedCard(slot("a", 1, propensity, true, true), List.of()), true);
    }
}
