package io.shelfwright.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralRankerTest {
    private static final int COLUMNS = 37;
    private static final SyntheticRows ROWS = SyntheticRows.of(1000, COLUMNS, 2);

    @TempDir
    static Path directory;

    private static NeuralRanker ranker;

    @BeforeAll
    static void train() {
        Trained.train(SyntheticRows.of(3000, COLUMNS, 1).trainingSet(), 5, directory);
        ranker = Trained.open(directory);
    }

    @AfterAll
    static void close() {
        ranker.close();
    }

    private static float[] score(NeuralRanker ranker, FeatureMatrix rows) {
        float[] logits = new float[rows.rows() * 2];
        ranker.score(rows, logits);
        return logits;
    }

    @Test
    void aRowsScoreDependsNeitherOnOtherRowsNorOnItsPlace() {
        float[] all = score(ranker, ROWS.matrix());
        SplittableRandom random = new SplittableRandom(9);
        for (int size : new int[] {1, 2, 3, 7, 100, 255, 256, 257, 500, 999}) {
            int[] chosen = new int[size];
            Arrays.setAll(chosen, i -> random.nextInt(ROWS.rows()));

            float[] some = score(ranker, ROWS.matrix(chosen));

            for (int i = 0; i < size; i++) {
                assertThat(some[i * 2]).isEqualTo(all[chosen[i] * 2]);
                assertThat(some[i * 2 + 1]).isEqualTo(all[chosen[i] * 2 + 1]);
            }
        }
    }

    @Test
    void aRowScoresTheSameAtEveryPlaceOfABlock() {
        float[] alone = score(ranker, ROWS.matrix(17));
        int[] same = new int[2 * BlockScorer.ROWS];
        Arrays.fill(same, 17);

        float[] many = score(ranker, ROWS.matrix(same));

        for (int i = 0; i < many.length; i++) {
            assertThat(many[i]).isEqualTo(alone[i % 2]);
        }
    }

    @Test
    void aModelReadAgainScoresTheSame() {
        try (NeuralRanker again = Trained.open(directory)) {
            assertThat(score(again, ROWS.matrix())).isEqualTo(score(ranker, ROWS.matrix()));
            assertThat(again.objectives()).isEqualTo(SyntheticRows.OBJECTIVES);
            assertThat(again.trainedOn()).contains(ROWS.schema());
        }
    }

    @Test
    void eightThreadsScoreAsOne() throws Exception {
        float[] expected = score(ranker, ROWS.matrix());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<float[]>> calls = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                calls.add(() -> score(ranker, ROWS.matrix()));
            }
            for (Future<float[]> scores : threads.invokeAll(calls)) {
                assertThat(scores.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void contributionsSumToTheLogitAndNameTheFeaturesThatMatter() {
        float[] logits = score(ranker, ROWS.matrix());
        double[] size = new double[COLUMNS];
        for (int row = 0; row < 50; row++) {
            List<Contribution> contributions = ranker.explain(ROWS.matrix(), row);

            assertThat(contributions).hasSize(COLUMNS + 1);
            assertThat(contributions.get(0).feature()).isEqualTo("bias");
            double sum = contributions.stream().mapToDouble(Contribution::value).sum();
            assertThat(sum).isEqualTo(logits[row * 2], within(1e-4));
            for (int column = 0; column < COLUMNS; column++) {
                size[column] += Math.abs(contributions.get(column + 1).value());
            }
        }
        assertThat(Math.min(size[0], size[1]))
                .isGreaterThan(Arrays.stream(size).skip(4).max().orElseThrow());
    }

    @Test
    void rowsOfOtherWidthAreRefused() {
        FeatureMatrix narrow = SyntheticRows.of(5, 4, 1).matrix();

        assertThatThrownBy(() -> score(ranker, narrow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trained on 37 features, the rows have 4");
    }

    @Test
    void noRowsGiveNoScores() {
        assertThat(score(ranker, ROWS.matrix(new int[0]))).isEmpty();
    }

    @Test
    void missingAndExtremeValuesScoreFinite() {
        float[] values = new float[4 * COLUMNS];
        Arrays.fill(values, 0, COLUMNS, Float.NaN);
        Arrays.fill(values, COLUMNS, 2 * COLUMNS, Float.MAX_VALUE);
        Arrays.fill(values, 2 * COLUMNS, 3 * COLUMNS, Float.NEGATIVE_INFINITY);

        for (float logit : score(ranker, new FeatureMatrix(ROWS.schema(), 4, values))) {
            assertThat(logit).isFinite();
        }
    }

    @Test
    void aClosedRankerSaysSo() {
        NeuralRanker closed = Trained.open(directory);
        score(closed, ROWS.matrix(1));
        closed.close();
        closed.close();

        assertThatThrownBy(() -> score(closed, ROWS.matrix(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
