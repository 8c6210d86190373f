package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void theAreaIsTheShareOfRightlyOrderedPairs() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            int n = 2 + random.nextInt(30);
            double[] scores = random.doubles(n).map(x -> Math.floor(x * 6)).toArray();
            double[] labels = random.doubles(n).map(x -> x < 0.4 ? 1 : 0).toArray();
            double[] weights = random.doubles(n, 0.1, 3).toArray();
            double right = 0;
            double pairs = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (labels[i] == 1 && labels[j] == 0) {
                        double weight = weights[i] * weights[j];
                        pairs += weight;
                        right += scores[i] > scores[j] ? weight : scores[i] == scores[j] ? weight / 2 : 0;
                    }
                }
            }
            double auc = Metrics.auc(scores, labels, weights);
            if (pairs == 0) {
                assertThat(auc).isNaN();
            } else {
                assertThat(auc).isCloseTo(right / pairs, within(1e-12));
            }
        }
    }

    @Test
    void aWeightOfTwoIsTheSameRowTwice() {
        double[] p = {0.9, 0.2, 0.6};
        double[] y = {1, 0, 0};
        double[] twice = {0.9, 0.2, 0.6, 0.6};
        double[] labels = {1, 0, 0, 0};
        double[] ones = {1, 1, 1, 1};
        double[] weights = {1, 1, 2};
        assertThat(Metrics.logLoss(p, y, weights)).isCloseTo(Metrics.logLoss(twice, labels, ones), within(1e-12));
        assertThat(Metrics.auc(p, y, weights)).isCloseTo(Metrics.auc(twice, labels, ones), within(1e-12));
    }

    @Test
    void aCertainAndWrongProbabilityIsFinitelyBad() {
        assertThat(Metrics.logLoss(new double[] {0}, new double[] {1}, new double[] {1}))
                .isCloseTo(-Math.log(1e-12), within(1e-9));
    }

    @Test
    void calibrationErrorIsTheGapWithinEachBin() {
        double[] p = {0.1, 0.1, 0.8, 0.8};
        double[] y = {0, 0, 1, 0};
        double[] ones = {1, 1, 1, 1};
        assertThat(Metrics.calibrationError(p, y, ones, 2)).isCloseTo((0.2 + 0.6) / 4, within(1e-12));
        assertThat(Metrics.calibrationError(p, y, ones, 1)).isCloseTo(0.8 / 4, within(1e-12));
    }

    @Test
    void ndcgOfAHandComputedPage() {
        double[] scores = {3, 2, 1};
        double[] labels = {0, 1, 1};
        double best = 1 + 1 / log2(3);
        assertThat(Metrics.ndcg(scores, labels, 10)).isCloseTo((1 / log2(3) + 1 / log2(4)) / best, within(1e-12));
        assertThat(Metrics.ndcg(scores, labels, 2)).isCloseTo(1 / log2(3) / best, within(1e-12));
        assertThat(Metrics.ndcg(scores, new double[3], 10)).isNaN();
    }

    @Test
    void equalScoresShareTheirGainSoThatTheOrderOfTheLogCannotHelp() {
        double[] constant = new double[4];
        double mean = (1 + 1 / log2(3) + 1 / log2(4) + 1 / log2(5)) / 4;
        for (int i = 0; i < 4; i++) {
            double[] labels = new double[4];
            Arrays.fill(labels, i, i + 1, 1);
            assertThat(Metrics.ndcg(constant, labels, 10)).isCloseTo(mean, within(1e-12));
        }
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
