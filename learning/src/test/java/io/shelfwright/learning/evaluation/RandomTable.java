package io.shelfwright.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Rows of a few requests, with ties among the scores, that can be shuffled; synthetic. */
final class RandomTable {
    final int rows;
    final List<String> groups = new ArrayList<>();
    final List<String> users = new ArrayList<>();
    final List<String> items = new ArrayList<>();
    final List<String> markets = new ArrayList<>();
    final double[] labels;
    final double[] weights;
    final double[] scores;
    final double[] baseline;

    RandomTable(RandomGenerator random, int requests, int mostRows, int levels) {
        for (int group = 0; group < requests; group++) {
            int size = random.nextInt(1, mostRows + 1);
            for (int i = 0; i < size; i++) {
                groups.add("g" + group);
                users.add("u" + group / 2);
                items.add("i" + i);
                markets.add(group % 3 == 0 ? "SE" : "DE");
            }
        }
        rows = groups.size();
        labels = random.doubles(rows).map(x -> x < 0.35 ? 1 : 0).toArray();
        weights = random.doubles(rows, 0.2, 3).toArray();
        scores = random.doubles(rows).map(x -> Math.floor(x * levels) / levels).toArray();
        baseline =
                random.doubles(rows).map(x -> Math.floor(x * levels) / levels).toArray();
    }

    ExampleTable table(boolean weighted) {
        return table(order(), weighted, scores);
    }

    ExampleTable shuffled(long seed, boolean weighted) {
        List<Integer> order = new ArrayList<>(order());
        Collections.shuffle(order, new Random(seed));
        return table(order, weighted, scores);
    }

    ExampleTable withScores(double[] values) {
        return table(order(), true, values);
    }

    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            order.add(row);
        }
        return order;
    }

    private ExampleTable table(List<Integer> order, boolean weighted, double[] candidate) {
        boolean probabilities = Arrays.stream(candidate).allMatch(score -> score >= 0 && score <= 1);
        ExampleTableBuilder builder = ExampleTable.of(texts(groups, order))
                .users(texts(users, order))
                .items(texts(items, order))
                .slice("market", texts(markets, order))
                .label("stream", numbers(labels, order))
                .score(new ScoreColumn(ScoreColumn.CANDIDATE, "stream", probabilities, numbers(candidate, order)))
                .score(new ScoreColumn(ScoreColumn.LIVE, "stream", true, numbers(baseline, order)));
        return (weighted ? builder.weights(numbers(weights, order)) : builder).build();
    }

    private static List<String> texts(List<String> values, List<Integer> order) {
        return order.stream().map(values::get).toList();
    }

    private static double[] numbers(double[] values, List<Integer> order) {
        return order.stream().mapToDouble(row -> values[row]).toArray();
    }

    /** Measures without intervals. */
    static SliceResult measured(ExampleTable table, WithoutPositives without) {
        return Evaluator.evaluate(
                        table,
                        new EvaluationSettings(
                                List.of("3"),
                                5,
                                without,
                                IntervalMethod.NONE,
                                100,
                                1,
                                ResamplingUnit.AUTO,
                                List.of(),
                                1))
                .overall();
    }

    static double value(SliceResult result, String metric) {
        return result.metric("stream", ScoreColumn.CANDIDATE, metric)
                .orElseThrow()
                .value();
    }
}
