package io.shelfwright.vectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.RandomCases;
import io.shelfwright.vectors.Interactions;
import io.shelfwright.vectors.Popularity;
import io.shelfwright.vectors.RandomInteractions;
import io.shelfwright.vectors.Recommender;
import io.shelfwright.vectors.TrainingSetup;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final double LOG2 = Math.log(2);

    @Test
    void theMetricsAreThoseOfAHandComputedCase() {
        // 30 items scored 30 down to 1; the user has item 1 in training, so places are 0, 2, 3, ...
        Split split = split(30, new int[] {1}, new int[] {2, 12, 25});
        RankingMetrics metrics = RankingMetrics.of(falling(30), split, 2);
        assertThat(metrics.users()).isEqualTo(1);
        assertThat(metrics.recall10()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(metrics.recall20()).isCloseTo(2 / 3.0, within(1e-12));
        double ideal = 1 + LOG2 / Math.log(3) + LOG2 / Math.log(4);
        assertThat(metrics.ndcg10()).isCloseTo(LOG2 / Math.log(3) / ideal, within(1e-12));
        // Item 12 is at place 12 (1-based), so its discount is 1 / log2(13).
        assertThat(metrics.ndcg20()).isCloseTo((LOG2 / Math.log(3) + LOG2 / Math.log(13)) / ideal, within(1e-12));
    }

    @Test
    void aPerfectRankingOfManyItemsHasTheGreatestNdcg() {
        int[] wanted = new int[25];
        java.util.Arrays.setAll(wanted, k -> k);
        RankingMetrics metrics = RankingMetrics.of(falling(30), split(30, new int[] {29}, wanted), 1);
        assertThat(metrics.ndcg10()).isCloseTo(1, within(1e-12));
        assertThat(metrics.ndcg20()).isCloseTo(1, within(1e-12));
        assertThat(metrics.recall10()).isCloseTo(10 / 25.0, within(1e-12));
    }

    @Test
    void usersWithoutATestAreLeftOutAndThoseWithoutATrainingGetThePopular() {
        Interactions train = Interactions.of(3, new int[][] {{2}, {1, 2}, {}});
        Interactions test = Interactions.of(3, new int[][] {{}, {}, {2}});
        RankingMetrics metrics = RankingMetrics.of(falling(3), new Split(train, test, Map.of()), 1);
        assertThat(metrics.users()).isEqualTo(1);
        assertThat(metrics.ndcg10()).isEqualTo(1);
    }

    @Test
    void metricsLieBetweenNoughtAndOneAndDoNotDependOnThreads() {
        RandomCases.run(20, (seed, random) -> {
            Split split = HoldOut.of(RandomInteractions.of(random, 50, 40, 4, false), 0.3, seed);
            Recommender popular = new Popularity().fit(split.train(), TrainingSetup.of(1));
            RankingMetrics metrics = RankingMetrics.of(popular, split, 1);
            assertThat(RankingMetrics.of(popular, split, 4)).isEqualTo(metrics);
            assertThat(metrics.recall20()).isBetween(metrics.recall10(), 1.0);
            assertThat(metrics.ndcg10()).isBetween(0.0, 1.0);
            assertThat(metrics.ndcg20()).isBetween(0.0, 1.0);
        });
    }

    private static Split split(int items, int[] train, int[] test) {
        return new Split(
                Interactions.of(items, new int[][] {train}), Interactions.of(items, new int[][] {test}), Map.of());
    }

    private static Recommender falling(int items) {
        return new Recommender() {
            @Override
            public int items() {
                return items;
            }

            @Override
            public void score(int[] history, float[] weights, double[] scores) {
                for (int item = 0; item < items; item++) {
                    scores[item] = items - item;
                }
            }
        };
    }
}
