package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.Ranker;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every ranker keeps to, whatever it learned; extend it and make an instance.
 *
 * <p>Checked on seeded random rows. A failure names the seed or the case. A ranker with a model is best tested through
 * {@link RankerTrainerContract}, which trains one first.
 */
public abstract class RankerContract {
    private static final int CASES = 5;
    private static final int ROWS = 61;
    private static final float UNWRITTEN = -12345.5f;

    /** Makes the instance under test; the context holds {@link #schema()} and {@link #models()}. */
    protected abstract Ranker ranker(InstanceContext context);

    /** Returns the directories of the models that the snapshot holds, by name; none. The instance is named {@code test}. */
    protected Map<String, Path> models() {
        return Map.of();
    }

    /** Returns the schema of the rows to score; that of the first model, or of made-up features. */
    protected FeatureSchema schema() {
        return models().values().stream().findFirst().map(ModelFiles::schema).orElseGet(() -> SeededRows.schema(5));
    }

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded pool; 0. */
    protected long mayKeep() {
        return 0;
    }

    /** Returns how far an explanation's sum may be from the logit, as a share of the largest contribution; 1e-4. */
    protected double explanationTolerance() {
        return 1e-4;
    }

    @Test
    void itSaysWhatItWasTrainedOnAndWhatItScores() {
        try (Ranker ranker = make()) {
            assertThat(ranker.trainedOn()).isEqualTo(ranker.trainedOn());
            assertThat(ranker.objectives()).isNotEmpty().doesNotHaveDuplicates().noneMatch(String::isBlank);
            assertThat(ranker.objectives()).isEqualTo(ranker.objectives());
            models().values().stream().findFirst().ifPresent(model -> {
                assertThat(ranker.trainedOn()).contains(ModelFiles.schema(model));
                assertThat(ranker.objectives()).isEqualTo(ModelFiles.objectives(model));
            });
        }
    }

    @Test
    void everyScoreIsFiniteWhateverIsMissing() {
        onRows((ranker, rows, random) -> assertFinite(scores(ranker, rows)));
        try (Ranker ranker = make()) {
            NamedCase.run(
                    "rows of nothing, of least, of greatest and of zero values",
                    () -> assertFinite(scores(ranker, SeededRows.extremes(schema()))));
        }
    }

    @Test
    void everyLogitIsWrittenAndNothingBehindThem() {
        onRows((ranker, rows, random) -> {
            int logits = rows.rows() * ranker.objectives().size();
            float[] target = new float[logits + 3];
            Arrays.fill(target, UNWRITTEN);
            ranker.score(rows, target);
            for (int i = 0; i < target.length; i++) {
                assertThat(target[i] == UNWRITTEN)
                        .as("place %d of %d logits is left as it was", i, logits)
                        .isEqualTo(i >= logits);
            }
        });
    }

    @Test
    void aRowsScoreDoesNotDependOnItsNeighbours() {
        onRows((ranker, rows, random) -> {
            float[] together = scores(ranker, rows);
            int half = rows.rows() / 2;
            assertRows("a part of the rows", ranker, rows, together, IntStream.range(half, rows.rows()));
            assertRows(
                    "rows from the last to the first",
                    ranker,
                    rows,
                    together,
                    IntStream.range(0, rows.rows()).map(row -> rows.rows() - 1 - row));
            for (int i = 0; i < 5; i++) {
                assertRows("a row alone", ranker, rows, together, IntStream.of(random.nextInt(rows.rows())));
            }
        });
    }

    @Test
    void theSameRowsGetTheSameScoresFromAnyInstance() {
        onRows((ranker, rows, random) -> {
            float[] first = scores(ranker, rows);
            assertThat(scores(ranker, rows)).as("scores of a second call").containsExactly(first);
            try (Ranker other = make()) {
                assertThat(scores(other, rows)).as("scores of another instance").containsExactly(first);
            }
        });
    }

    @Test
    void fourThreadsAtOnceGetTheSameScores() {
        onRows((ranker, rows, random) -> {
            float[] alone = scores(ranker, rows);
            for (float[] scores : FourThreads.ask(() -> scores(ranker, rows))) {
                assertThat(scores).as("scores of four threads at once").containsExactly(alone);
            }
        });
    }

    @Test
    void theRowsAreNotChanged() {
        onRows((ranker, rows, random) -> {
            float[] before = rows.values().clone();
            scores(ranker, rows);
            ranker.explain(rows, 0);
            assertThat(Arrays.equals(rows.values(), before))
                    .as("the rows are as before")
                    .isTrue();
        });
    }

    @Test
    void anExplanationNamesFeaturesAndSumsToTheLogit() {
        onRows((ranker, rows, random) -> {
            float[] logits = scores(ranker, rows);
            int row = random.nextInt(rows.rows());
            List<Contribution> parts = ranker.explain(rows, row);
            double largest = 1;
            double sum = 0;
            for (Contribution part : parts) {
                boolean known = part.feature().equals("bias") || schema().column(part.feature()) >= 0;
                assertThat(known)
                        .as("'%s' is a feature or the bias", part.feature())
                        .isTrue();
                largest = Math.max(largest, Math.abs(part.value()));
                sum += part.value();
            }
            if (!parts.isEmpty()) {
                assertThat(sum)
                        .as("sum of the contributions of row %d", row)
                        .isCloseTo(
                                logits[row * ranker.objectives().size()],
                                Offset.offset(explanationTolerance() * largest));
            }
        });
    }

    @Test
    void noRowsOneRowAndManyRowsAreNoTrouble() {
        try (Ranker ranker = make()) {
            RandomCases.run(1, (seed, random) -> {
                for (int count : new int[] {0, 1, 4000}) {
                    FeatureMatrix rows = SeededRows.draw(schema(), count, random);
                    NamedCase.run(count + " rows", () -> scores(ranker, rows));
                }
                FeatureMatrix drawn = SeededRows.draw(schema(), 3, random);
                float[] longer = Arrays.copyOf(drawn.values(), drawn.values().length + 50);
                Arrays.fill(longer, drawn.values().length, longer.length, Float.NaN);
                NamedCase.run("memory longer than the rows", () -> assertThat(
                                scores(ranker, new FeatureMatrix(drawn.schema(), 3, longer)))
                        .containsExactly(scores(ranker, drawn)));
            });
        }
    }

    @Test
    void aModelThatIsMissingIsSaidWithTheNameOfTheInstance() {
        Assumptions.assumeFalse(models().isEmpty(), "this ranker has no model");
        TestContext without = TestContext.of(ContractWorlds.of(0).catalog())
                .withSchema(schema())
                .withInstanceName("without-model");
        assertThatThrownBy(() -> ranker(without))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("without-model");
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        try (Ranker ranker = make()) {
            scoreSeeds(ranker, 0);
            long before = StateSize.of(ranker);
            scoreSeeds(ranker, 20);
            assertThat(StateSize.of(ranker))
                    .as("objects and elements that the instance holds after more calls")
                    .isLessThanOrEqualTo(before + mayKeep());
        }
    }

    private void scoreSeeds(Ranker ranker, long from) {
        for (long seed = from; seed < from + 20; seed++) {
            RandomCases.runSeed(seed, (number, random) -> scores(ranker, SeededRows.draw(schema(), ROWS, random)));
        }
    }

    private Ranker make() {
        TestContext context = TestContext.of(ContractWorlds.of(0).catalog()).withSchema(schema());
        for (Map.Entry<String, Path> model : models().entrySet()) {
            context = context.withModel(model.getKey(), model.getValue());
        }
        return ranker(context);
    }

    private static float[] scores(Ranker ranker, FeatureMatrix rows) {
        float[] logits = new float[rows.rows() * ranker.objectives().size()];
        ranker.score(rows, logits);
        return logits;
    }

    private static void assertFinite(float[] scores) {
        for (int i = 0; i < scores.length; i++) {
            assertThat(scores[i]).as("logit %d", i).isFinite();
        }
    }

    private static void assertRows(String what, Ranker ranker, FeatureMatrix all, float[] together, IntStream chosen) {
        int[] rows = chosen.toArray();
        float[] apart = scores(ranker, SeededRows.rows(all, rows));
        int objectives = ranker.objectives().size();
        for (int i = 0; i < rows.length; i++) {
            for (int objective = 0; objective < objectives; objective++) {
                assertThat(apart[i * objectives + objective])
                        .as("objective %d of row %d, scored as %s", objective, rows[i], what)
                        .isEqualTo(Float.valueOf(together[rows[i] * objectives + objective]));
            }
        }
    }

    private void onRows(Check check) {
        try (Ranker ranker = make()) {
            RandomCases.run(
                    CASES, (seed, random) -> check.check(ranker, SeededRows.draw(schema(), ROWS, random), random));
        }
    }

    private interface Check {
        void check(Ranker ranker, FeatureMatrix rows, RandomGenerator random) throws Exception;
    }
}
