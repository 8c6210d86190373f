package io.shelfwright.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ConfigException;
import io.shelfwright.testkit.RandomCases;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearRecommendersTest {
    private static final int[][] ROWS = {{0, 1}, {0, 1, 2}, {1, 2}, {0}, {2, 3}};

    @Test
    void easeIsTheRegressionOfEveryItemOnTheOthers() {
        // Textbook: column j of B minimises |X_j - X b|^2 + lambda |b|^2 with b_j = 0.
        RandomCases.run(10, (seed, random) -> {
            Interactions played = RandomInteractions.of(random, 25, 6, 2, false);
            double lambda = 0.5 + random.nextDouble();
            Recommender ease = new Ease(new EaseSettings(lambda, 10)).fit(played, TrainingSetup.of(1));
            double[] scores = new double[6];
            for (int row = 0; row < 6; row++) {
                ease.score(new int[] {row}, new float[] {1}, scores);
                assertThat(scores[row] == 0 || scores[row] == Double.NEGATIVE_INFINITY)
                        .isTrue();
            }
            int target = random.nextInt(6);
            double[] weights = new double[6];
            for (int row = 0; row < 6; row++) {
                ease.score(new int[] {row}, new float[] {1}, scores);
                weights[row] = Double.isInfinite(scores[target]) ? 0 : scores[target];
            }
            double[][] x = dense(played);
            for (int row = 0; row < 6; row++) {
                if (row != target) {
                    double gradient = lambda * weights[row];
                    for (double[] user : x) {
                        double residual = -user[target];
                        for (int k = 0; k < 6; k++) {
                            residual += user[k] * weights[k];
                        }
                        gradient += user[row] * residual;
                    }
                    assertThat(gradient).isCloseTo(0, within(1e-4));
                }
            }
        });
    }

    @Test
    void easeRefusesACatalogAboveItsLimit() {
        assertThatThrownBy(() -> new Ease(new EaseSettings(1, 3)).fit(Interactions.of(4, ROWS), TrainingSetup.of(1)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("at most 3 items; there are 4: use ials");
    }

    @Test
    void itemKnnAddsTheCosinesOfTheUsersItems() {
        Recommender knn = new ItemKnn(ItemKnnSettings.DEFAULTS).fit(Interactions.of(5, ROWS), TrainingSetup.of(1));
        double[] scores = new double[5];
        knn.score(new int[] {0, 2}, new float[] {1, 1}, scores);
        assertThat(scores[1]).isCloseTo(2 / 3.0 + 2 / 3.0, within(1e-6));
        assertThat(scores[3]).isCloseTo(1 / Math.sqrt(3), within(1e-6));
        assertThat(scores[4]).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void itemKnnKeepsTheNearestOnlyAndShrinks() {
        Recommender one = new ItemKnn(new ItemKnnSettings(1, 3, ItemWeighting.COSINE))
                .fit(Interactions.of(4, ROWS), TrainingSetup.of(1));
        double[] scores = new double[4];
        one.score(new int[] {0, 2}, new float[] {1, 1}, scores);
        // Items 0 and 2 are equally near to item 1: the lower index is kept. 2 / (3 + 3).
        assertThat(scores[1]).isCloseTo(1 / 3.0, within(1e-6));
    }

    @Test
    void weightedItemKnnIsTheCosineOfTheWeightedMatrix() {
        RandomCases.run(10, (seed, random) -> {
            Interactions played = RandomInteractions.of(random, 15, 5, 2, false);
            for (ItemWeighting weighting : ItemWeighting.values()) {
                Recommender knn = new ItemKnn(new ItemKnnSettings(5, 0.5, weighting)).fit(played, TrainingSetup.of(1));
                double[][] x = dense(played);
                int[] counts = played.usersOfItems();
                for (int user = 0; user < 15; user++) {
                    for (int item = 0; item < 5; item++) {
                        x[user][item] *= played.count(user) == 0
                                ? 0
                                : weighting.of(played.count(user), 5, counts[item], Math.max(1, played.size() / 5.0));
                    }
                }
                double[] scores = new double[5];
                knn.score(new int[] {0}, new float[] {1}, scores);
                for (int item = 1; item < 5; item++) {
                    if (counts[item] > 0) {
                        double expected = dot(x, 0, item) / (Math.sqrt(dot(x, 0, 0) * dot(x, item, item)) + 0.5);
                        assertThat(scores[item]).isCloseTo(expected, within(1e-6));
                    }
                }
            }
        });
    }

    @Test
    void aBlendOfShareNoughtRanksLikeItsFirst() {
        Interactions played = RandomInteractions.of(new SplittableRandom(4), 30, 12, 3, false);
        Recommender ease = new Ease(EaseSettings.DEFAULTS).fit(played, TrainingSetup.of(1));
        Recommender popular = new Popularity().fit(played, TrainingSetup.of(1));
        double[] alone = new double[12];
        double[] blended = new double[12];
        ease.score(played.row(0), played.rowWeights(0), alone);
        Blend.of(ease, popular, 0).score(played.row(0), played.rowWeights(0), blended);
        assertThat(TopItems.of(blended, 12)).containsExactly(TopItems.of(alone, 12));
        popular.score(played.row(0), played.rowWeights(0), alone);
        Blend.of(ease, popular, 1).score(played.row(0), played.rowWeights(0), blended);
        assertThat(TopItems.of(blended, 12)).containsExactly(TopItems.of(alone, 12));
    }

    @Test
    void theTopIsWhatSortingGives() {
        RandomCases.run(50, (seed, random) -> {
            int n = random.nextInt(30);
            double[] scores = new double[n];
            for (int at = 0; at < n; at++) {
                scores[at] = random.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : random.nextInt(6);
            }
            int[] expected = java.util.stream.IntStream.range(0, n)
                    .filter(item -> scores[item] > Double.NEGATIVE_INFINITY)
                    .boxed()
                    .sorted(java.util.Comparator.<Integer>comparingDouble(item -> -scores[item])
                            .thenComparing(java.util.Comparator.naturalOrder()))
                    .limit(seed % 12)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(TopItems.of(scores, (int) (seed % 12))).containsExactly(expected);
        });
    }

    @Test
    void algorithmsAreFoundByNameWithTheirSettings() {
        assertThat(Algorithms.of(
                                "ials",
                                ConfigFactory.parseString("dimension = 16").root())
                        .settings())
                .containsEntry("dimension", 16)
                .containsEntry("epochs", IalsSettings.DEFAULTS.epochs());
        assertThat(Algorithms.of("ials", ConfigFactory.empty().root()).settings())
                .isEqualTo(new Ials(IalsSettings.DEFAULTS).settings());
        assertThat(Algorithms.of("ease", ConfigFactory.empty().root()).settings())
                .isEqualTo(new Ease(EaseSettings.DEFAULTS).settings());
        assertThat(Algorithms.of(
                                "item-knn",
                                ConfigFactory.parseString("weighting = bm25").root())
                        .settings())
                .containsEntry("weighting", ItemWeighting.BM25)
                .containsEntry("neighbours", 100);
        assertThatThrownBy(() -> Algorithms.of("svd", ConfigFactory.empty().root()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("allowed are ials, ease, item-knn, popularity");
        assertThatThrownBy(() -> Algorithms.of(
                        "ials", ConfigFactory.parseString("dimensions = 16").root()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("dimension");
    }

    private static double[][] dense(Interactions played) {
        double[][] x = new double[played.users()][played.items()];
        for (int user = 0; user < x.length; user++) {
            for (int item : played.row(user)) {
                x[user][item] = 1;
            }
        }
        return x;
    }

    private static double dot(double[][] x, int a, int b) {
        double sum = 0;
        for (double[] row : x) {
            sum += row[a] * row[b];
        }
        return sum;
    }
}
