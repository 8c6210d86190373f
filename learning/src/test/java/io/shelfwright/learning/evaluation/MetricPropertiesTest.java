package io.shelfwright.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.RandomCases;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetricPropertiesTest {

    @Test
    void theOrderOfTheRowsChangesNothingNeitherValuesNorIntervals() {
        EvaluationSettings settings = EvaluationSettings.DEFAULTS.draws(200, 3).slices(List.of("market"));
        RandomCases.run(10, (seed, random) -> {
            RandomTable t = new RandomTable(random, 150, 8, 6);
            EvaluationReport one = Evaluator.evaluate(t.table(true), settings);
            EvaluationReport other = Evaluator.evaluate(t.shuffled(seed, true), settings);
            assertThat(one.slices()).hasSameSizeAs(other.slices());
            assertAlike(one.overall(), other.overall());
            for (int s = 0; s < one.slices().size(); s++) {
                assertAlike(one.slices().get(s), other.slices().get(s));
            }
        });
    }

    private static void assertAlike(SliceResult one, SliceResult other) {
        one.objectives().get("stream").differences().get("live").forEach((metric, measured) -> {
            Measured same = other.difference("stream", "live", metric).orElseThrow();
            assertClose(same.value(), measured.value());
            assertClose(same.low(), measured.low());
        });
        one.objectives()
                .get("stream")
                .metrics()
                .get("candidate")
                .forEach((metric, measured) -> assertClose(
                        other.metric("stream", "candidate", metric)
                                .orElseThrow()
                                .value(),
                        measured.value()));
    }

    private static void assertClose(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void aMonotoneTransformChangesNoMeasureOfOrder() {
        RandomCases.run(20, (seed, random) -> {
            RandomTable t = new RandomTable(random, 8, 8, 5);
            SliceResult plain = RandomTable.measured(t.table(true), WithoutPositives.EXCLUDE);
            SliceResult moved = RandomTable.measured(
                    t.withScores(Arrays.stream(t.scores)
                            .map(s -> 3 + Math.exp(4 * s))
                            .toArray()),
                    WithoutPositives.EXCLUDE);
            for (String metric : List.of("auc", "pr-auc", "ndcg@3", "map", "mrr", "precision@3", "recall@3")) {
                assertClose(RandomTable.value(moved, metric), RandomTable.value(plain, metric));
            }
            assertThat(moved.metric("stream", "candidate", "log-loss")).isEmpty();
        });
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        List<String> groups = List.of("a", "a", "a", "b", "b");
        double[] labels = {1, 0, 1, 0, 1};
        double[] scores = {0.3, 0.6, 0.9, 0.2, 0.2};
        ExampleTable twice = ExampleTable.of(List.of("a", "a", "a", "a", "b", "b"))
                .label("stream", new double[] {1, 1, 0, 1, 0, 1})
                .score(new ScoreColumn("candidate", "stream", true, new double[] {0.3, 0.3, 0.6, 0.9, 0.2, 0.2}))
                .build();
        ExampleTable weighted = ExampleTable.of(groups)
                .weights(new double[] {2, 1, 1, 1, 1})
                .label("stream", labels)
                .score(new ScoreColumn("candidate", "stream", true, scores))
                .build();
        SliceResult one = RandomTable.measured(weighted, WithoutPositives.EXCLUDE);
        SliceResult other = RandomTable.measured(twice, WithoutPositives.EXCLUDE);
        for (String metric : List.of("auc", "pr-auc", "log-loss", "calibration", "mean-prediction")) {
            assertClose(RandomTable.value(one, metric), RandomTable.value(other, metric));
        }
    }

    @Test
    void theCalibrationErrorIsTheMeanGapOfBinsOfEquallyManyRows() {
        ExampleTable table = ExampleTable.of(List.of("a", "a", "a", "a"))
                .kinds(List.of("x", "x", "y", "y"))
                .label("stream", new double[] {0, 1, 1, 1})
                .score(new ScoreColumn("candidate", "stream", true, new double[] {0.1, 0.2, 0.6, 0.9}))
                .build();
        SliceResult two = Evaluator.evaluate(
                        table,
                        new EvaluationSettings(
                                List.of("3"),
                                2,
                                WithoutPositives.EXCLUDE,
                                IntervalMethod.NONE,
                                100,
                                1,
                                ResamplingUnit.AUTO,
                                List.of(),
                                1))
                .overall();
        // |(0.1 - 0) + (0.2 - 1)| + |(0.6 - 1) + (0.9 - 1)|, over four rows; of kind y each row is a bin.
        assertThat(RandomTable.value(two, "ece")).isCloseTo(1.2 / 4, within(1e-12));
        assertThat(RandomTable.value(two, "ece:y")).isCloseTo(0.5 / 2, within(1e-12));
    }

    @Test
    void ofACalibratedModelWithFewRowsThePlainErrorIsLargeAndTheExcessSmall() {
        double plain = 0;
        double excess = 0;
        for (int world = 0; world < 50; world++) {
            SplittableRandom random = new SplittableRandom(world);
            double[] scores = random.doubles(150).toArray();
            double[] labels = Arrays.stream(scores)
                    .map(p -> random.nextDouble() < p ? 1 : 0)
                    .toArray();
            SliceResult overall = RandomTable.measured(
                    ExampleTable.of(Collections.nCopies(150, "a"))
                            .label("stream", labels)
                            .score(new ScoreColumn("candidate", "stream", true, scores))
                            .build(),
                    WithoutPositives.EXCLUDE);
            plain += RandomTable.value(overall, "ece") / 50;
            excess += RandomTable.value(overall, "ece-excess") / 50;
        }
        assertThat(plain).isGreaterThan(0.05);
        assertThat(excess).isLessThan(plain / 3);
    }

    @Test
    void rowsOfOneProbabilityAreOneBinWhateverTheirOrder() {
        assertThat(Descending.equalMassBins(new double[] {0.5, 0.5, 0.5, 0.5}, 4))
                .containsOnly(2);
        assertThat(Descending.equalMassBins(new double[] {0.9, 0.1, 0.5, 0.3}, 4))
                .containsExactly(0, 3, 1, 2);
    }

    @Test
    void aLongColumnIsSortedStably() {
        RandomCases.run(20, (seed, random) -> {
            double[] scores = random.doubles(random.nextInt(1, 300))
                    .map(x -> Math.floor(x * 9))
                    .toArray();
            int[] order = Descending.order(scores, 0, scores.length);
            Integer[] expected = new Integer[scores.length];
            Arrays.setAll(expected, i -> i);
            Arrays.sort(expected, (a, b) -> Double.compare(scores[b], scores[a]));
            assertThat(Arrays.stream(order).boxed()).containsExactly(expected);
        });
    }

    @Test
    void whatLiesBeyondAccuracyIsReadFromTheFirstCardsOfEachRequest() {
        ExampleTable table = ExampleTable.of(List.of("a", "a", "a", "b", "b", "b"))
                .items(List.of("x", "y", "z", "x", "y", "z"))
                .label("stream", new double[] {1, 0, 0, 0, 1, 0})
                .score(new ScoreColumn("candidate", "stream", true, new double[] {0.9, 0.8, 0.1, 0.7, 0.1, 0.1}))
                .traits(new ItemTraits(
                        new double[] {0.5, 0.25, 0.125, 0.5, 0.25, 0.125},
                        new double[] {5, 400, Double.NaN, 5, 400, Double.NaN},
                        List.of(
                                Set.of("rock", "pop"),
                                Set.of("rock"),
                                Set.of("jazz"),
                                Set.of("rock", "pop"),
                                Set.of("rock"),
                                Set.of("jazz")),
                        null,
                        5))
                .build();
        EvaluationReport report = Evaluator.evaluate(
                table,
                new EvaluationSettings(
                        List.of("2"),
                        5,
                        WithoutPositives.EXCLUDE,
                        IntervalMethod.NONE,
                        100,
                        1,
                        ResamplingUnit.AUTO,
                        List.of(),
                        1));
        SliceResult all = report.overall();
        // The lists are x y and x y: of the tie of y and z, y comes first by its id.
        assertThat(RandomTable.value(all, "coverage@2")).isEqualTo(2.0 / 5);
        assertThat(RandomTable.value(all, "gini@2")).isCloseTo(0.6, within(1e-12));
        assertThat(RandomTable.value(all, "novelty@2")).isCloseTo(1.5, within(1e-12));
        assertThat(RandomTable.value(all, "diversity@2")).isCloseTo(0.5, within(1e-12));
        assertThat(RandomTable.value(all, "freshness@2")).isCloseTo(0.5, within(1e-12));
        assertThat(report.metric("coverage@2").orElseThrow().role()).isEqualTo(MetricRole.GUARDRAIL);
        assertThat(report.metric("ndcg@2").orElseThrow().role()).isEqualTo(MetricRole.GOAL);
    }

    @Test
    void theGridIsDiscountedByHowLikelyItsSlotsAreSeenAndAnItemEarnsOnce() {
        ItemTraits traits = new ItemTraits(null, null, null, new double[] {0.2, 1.0, 0.5, 0.1}, 0);
        ExampleTable table = ExampleTable.of(List.of("a", "a", "a", "a"))
                .items(List.of("x", "y", "x", "z"))
                .label("stream", new double[] {1, 0, 1, 1})
                .score(new ScoreColumn("candidate", "stream", false, new double[] {0.9, 0.8, 0.7, 0.6}))
                .traits(traits)
                .build();
        // Slots by examination 1, 0.5, 0.2, 0.1 hold x y x z: 1 for x, 0 for the second x, 0.1 for z; at best x and z
        // lead.
        assertThat(RandomTable.value(RandomTable.measured(table, WithoutPositives.EXCLUDE), "n2dcg"))
                .isCloseTo(1.1 / 1.5, within(1e-12));
    }

    @Test
    void aTableThatCannotBeMeasuredSaysWhatItLacks() {
        assertThatThrownBy(() -> ExampleTable.of(List.of()).build()).hasMessageContaining("no rows");
        assertThatThrownBy(() -> ExampleTable.of(List.of("a"))
                        .label("stream", new double[] {1})
                        .build())
                .hasMessageContaining("no scores of the candidate for stream");
        assertThatThrownBy(() -> ExampleTable.of(List.of("a")).label("stream", new double[] {-1}))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new ScoreColumn("live", "stream", true, new double[] {1.5}))
                .hasMessageContaining("a probability, 0 to 1");
        assertThat(Map.of("one class only", Double.NaN))
                .containsValue(RandomTable.value(
                        RandomTable.measured(
                                ExampleTable.of(List.of("a", "a"))
                                        .label("stream", new double[] {0, 0})
                                        .score(new ScoreColumn("candidate", "stream", true, new double[] {0, 1}))
                                        .build(),
                                WithoutPositives.EXCLUDE),
                        "auc"));
    }
}
