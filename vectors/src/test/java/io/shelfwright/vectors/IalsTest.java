package io.shelfwright.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.vectors.ItemFactors.FoldIn;
import io.shelfwright.vectors.algebra.Chunks;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class IalsTest {
    private static final IalsSettings SMALL = new IalsSettings(6, 0.05, 0.1, 1, 6, 0.1, 0);

    @Test
    void aSolvedVectorIsWhereTheLossIsFlat() {
        RandomCases.run(20, (seed, random) -> {
            IalsSettings settings = new IalsSettings(
                    1 + random.nextInt(5),
                    0.01 + random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble(),
                    1,
                    0.3,
                    seed % 2);
            Interactions played = RandomInteractions.of(random, 9, 7, 2, true);
            ItemFactors items = factors(new Ials(settings).fit(played, TrainingSetup.of(seed)));
            for (int user = 0; user < played.users(); user++) {
                if (played.count(user) > 0) {
                    double[] solved = foldIn(items, played, user);
                    double least = loss(items, played, user, solved);
                    for (int c = 0; c < solved.length; c++) {
                        for (double move : new double[] {-1e-3, 1e-3}) {
                            double[] beside = solved.clone();
                            beside[c] += move;
                            assertThat(loss(items, played, user, beside)).isGreaterThan(least);
                        }
                    }
                }
            }
        });
    }

    @Test
    void everyVectorIsTheBruteForceSolutionOfItsNormalEquations() {
        RandomCases.run(20, (seed, random) -> {
            Interactions played = RandomInteractions.of(random, 8, 6, 2, false);
            ItemFactors items = factors(new Ials(SMALL).fit(played, TrainingSetup.of(seed)));
            for (int user = 0; user < played.users(); user++) {
                double[] brute = bruteForce(items, played, user);
                double[] solved = foldIn(items, played, user);
                assertThat(solved).containsExactly(brute, within(1e-9));
            }
        });
    }

    @Test
    void theLossFallsWithEveryHalfEpoch() {
        RandomCases.run(10, (seed, random) -> {
            List<Double> losses = new ArrayList<>();
            IalsSettings settings = SMALL.withConfidence(seed % 3);
            new Ials(settings)
                    .fit(
                            RandomInteractions.of(random, 40, 30, 3, true),
                            TrainingSetup.of(seed).withProgress((step, done, total, loss) -> {
                                assertThat(total).isEqualTo(12);
                                assertThat(done).isEqualTo(losses.size() + 1);
                                losses.add(loss);
                            }));
            assertThat(losses).hasSize(12);
            for (int half = 1; half < losses.size(); half++) {
                assertThat(losses.get(half)).isLessThanOrEqualTo(losses.get(half - 1) * (1 + 1e-6));
            }
            assertThat(losses.get(11)).isLessThan(losses.get(0));
        });
    }

    @Test
    void theReportedLossIsThatOfThePaper() {
        Interactions played = RandomInteractions.of(new SplittableRandom(5), 9, 7, 2, true);
        FoldIn foldIn = new FoldIn(0.3, 0.2, 0.5, 0.7);
        float[] users = values(9 * 3, new SplittableRandom(1));
        float[] items = values(7 * 3, new SplittableRandom(2));
        double expected = 0;
        for (int user = 0; user < 9; user++) {
            for (int item = 0; item < 7; item++) {
                double x = dot(users, user, items, item, 3);
                expected += 0.3 * x * x;
            }
            int[] row = played.row(user);
            for (int k = 0; k < row.length; k++) {
                double x = dot(users, user, items, row[k], 3);
                expected += (1 + 0.7 * Math.log(played.rowWeights(user)[k])) * (1 - x) * (1 - x);
            }
            expected += 0.2 * Math.sqrt(row.length + 0.3 * 7) * dot(users, user, users, user, 3);
        }
        int[] usersOf = played.usersOfItems();
        for (int item = 0; item < 7; item++) {
            expected += 0.2 * Math.sqrt(usersOf[item] + 0.3 * 9) * dot(items, item, items, item, 3);
        }
        try (Chunks chunks = new Chunks(2)) {
            assertThat(IalsLoss.of(played, users, items, 3, foldIn, chunks)).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        Interactions played = RandomInteractions.of(new SplittableRandom(3), 700, 90, 4, true);
        float[] one = factors(new Ials(SMALL).fit(played, TrainingSetup.of(9).withThreads(1)))
                .values();
        float[] four = factors(new Ials(SMALL).fit(played, TrainingSetup.of(9).withThreads(4)))
                .values();
        float[] other = factors(new Ials(SMALL).fit(played, TrainingSetup.of(10).withThreads(4)))
                .values();
        assertThat(four).containsExactly(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void itemsOfOneGroupLieTogetherAndAnItemThatNobodyPlaysIsUnknown() {
        int[][] rows = new int[60][];
        for (int user = 0; user < 60; user++) {
            rows[user] = user % 2 == 0 ? new int[] {0, 2, 4} : new int[] {1, 3};
        }
        Recommender recommender = new Ials(SMALL).fit(Interactions.of(6, rows), TrainingSetup.of(1));
        ItemFactors factors = factors(recommender);
        assertThat(factors.known().get(5)).isFalse();
        assertThat(factors.known().cardinality()).isEqualTo(5);
        double[] scores = new double[6];
        recommender.score(new int[] {0, 2}, new float[] {1, 1}, scores);
        assertThat(scores[4]).isGreaterThan(scores[1]).isGreaterThan(scores[3]);
        assertThat(scores[5]).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedBeforeItStarts() {
        assertThat(Ials.memory(1_000, 100, 20_000, 64, 2))
                .isEqualTo(20.0 * 20_000 + 4 * 64 * 1_100 + 8 * 64 * 64 * 21 + 40 * 64 * 2);
        assertThatThrownBy(() -> HeapCheck.require("ials for 9 users", 6e9, 2e9, "lower the dimension"))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(
                        "ials for 9 users needs 6.00 GB of memory, and 2.00 GB of the heap are free; give more, as in"
                                + " JAVA_OPTS=-Xmx9g, or lower the dimension");
        Interactions wide = Interactions.of(3_000_000, new int[][] {{0}});
        IalsSettings settings = SMALL.withDimension(2048);
        assertThatThrownBy(() -> new Ials(settings).fit(wide, TrainingSetup.of(1)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("do not fit into one array");
    }

    private static ItemFactors factors(Recommender recommender) {
        return recommender.factors().orElseThrow();
    }

    private static double[] foldIn(ItemFactors items, Interactions played, int user) {
        double[] gramian;
        try (Chunks chunks = new Chunks(1)) {
            gramian = io.shelfwright.vectors.algebra.Gramian.of(items.values(), items.dimension(), chunks);
        }
        return new NormalEquations(items.dimension())
                .solve(
                        gramian,
                        items.values(),
                        played.row(user),
                        played.rowWeights(user),
                        0,
                        played.count(user),
                        items.foldIn())
                .clone();
    }

    /** Adds up every pair and solves by Gaussian elimination, with nothing shared with the code under test. */
    private static double[] bruteForce(ItemFactors items, Interactions played, int user) {
        int d = items.dimension();
        double[][] a = new double[d][d + 1];
        FoldIn foldIn = items.foldIn();
        List<Integer> own = new ArrayList<>();
        for (int item : played.row(user)) {
            own.add(item);
        }
        for (int item = 0; item < items.size(); item++) {
            double weight = foldIn.unobservedWeight() + (own.contains(item) ? 1 : 0);
            for (int r = 0; r < d; r++) {
                double v = items.values()[item * d + r];
                for (int c = 0; c < d; c++) {
                    a[r][c] += weight * v * items.values()[item * d + c];
                }
                a[r][d] += own.contains(item) ? v : 0;
            }
        }
        for (int r = 0; r < d; r++) {
            a[r][r] += foldIn.regularisation()
                    * Math.pow(own.size() + foldIn.unobservedWeight() * items.size(), foldIn.exponent());
        }
        for (int k = 0; k < d; k++) {
            for (int r = 0; r < d; r++) {
                if (r != k) {
                    double factor = a[r][k] / a[k][k];
                    for (int c = k; c <= d; c++) {
                        a[r][c] -= factor * a[k][c];
                    }
                }
            }
        }
        double[] solution = new double[d];
        for (int r = 0; r < d; r++) {
            solution[r] = a[r][d] / a[r][r];
        }
        return solution;
    }

    private static double loss(ItemFactors items, Interactions played, int user, double[] vector) {
        int d = items.dimension();
        FoldIn foldIn = items.foldIn();
        double sum = 0;
        int[] row = played.row(user);
        for (int item = 0; item < items.size(); item++) {
            double x = 0;
            for (int c = 0; c < d; c++) {
                x += vector[c] * items.values()[item * d + c];
            }
            sum += foldIn.unobservedWeight() * x * x;
            int at = java.util.Arrays.binarySearch(row, item);
            if (at >= 0) {
                double confidence = 1 + foldIn.confidence() * Math.log(played.rowWeights(user)[at]);
                sum += confidence * (1 - x) * (1 - x);
            }
        }
        double length = 0;
        for (double value : vector) {
            length += value * value;
        }
        return sum
                + foldIn.regularisation()
                        * Math.pow(row.length + foldIn.unobservedWeight() * items.size(), foldIn.exponent())
                        * length;
    }

    private static float[] values(int n, RandomGenerator random) {
        float[] values = new float[n];
        for (int at = 0; at < n; at++) {
            values[at] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static double dot(float[] a, int i, float[] b, int j, int d) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
            sum += (double) a[i * d + c] * b[j * d + c];
        }
        return sum;
    }
}
