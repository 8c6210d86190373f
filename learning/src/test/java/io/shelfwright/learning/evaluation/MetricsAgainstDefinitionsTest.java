package io.shelfwright.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every measure against its definition, computed the slow way. */
class MetricsAgainstDefinitionsTest {
    private static final Offset<Double> CLOSE = within(1e-10);

    @Test
    void theAreaUnderTheRocCurveIsTheWeightedShareOfRightlyOrderedPairs() {
        RandomCases.run(40, (seed, random) -> {
            RandomTable t = new RandomTable(random, 6, 6, 5);
            double right = 0;
            double pairs = 0;
            for (int i = 0; i < t.rows; i++) {
                for (int j = 0; j < t.rows; j++) {
                    if (t.labels[i] == 1 && t.labels[j] == 0) {
                        double weight = t.weights[i] * t.weights[j];
                        pairs += weight;
                        right += t.scores[i] > t.scores[j] ? weight : t.scores[i] == t.scores[j] ? weight / 2 : 0;
                    }
                }
            }
            assertSame(right / pairs, t, "auc");
        });
    }

    @Test
    void averagePrecisionIsThePrecisionOfEachThresholdTimesTheRecallItGains() {
        RandomCases.run(40, (seed, random) -> {
            RandomTable t = new RandomTable(random, 6, 6, 4);
            double[] thresholds = Arrays.stream(t.scores).distinct().sorted().toArray();
            double all = 0;
            for (int i = 0; i < t.rows; i++) {
                all += t.weights[i] * t.labels[i];
            }
            double area = 0;
            double recalled = 0;
            for (int k = thresholds.length - 1; k >= 0; k--) {
                double shown = 0;
                double hit = 0;
                for (int i = 0; i < t.rows; i++) {
                    if (t.scores[i] >= thresholds[k]) {
                        shown += t.weights[i];
                        hit += t.weights[i] * t.labels[i];
                    }
                }
                area += hit / shown * (hit / all - recalled);
                recalled = hit / all;
            }
            assertSame(area, t, "pr-auc");
        });
    }

    @Test
    void measuresOfRequestsAreTheirMeanOverAllOrdersOfTheTies() {
        RandomCases.run(40, (seed, random) -> {
            RandomTable t = new RandomTable(random, 5, 6, 3);
            assertQueries(t, "ndcg@3", MetricsAgainstDefinitionsTest::ndcg);
            assertQueries(t, "precision@3", l -> sum(l, 3) / Math.min(3, l.length));
            assertQueries(t, "recall@3", l -> sum(l, 3) / sum(l, l.length));
            assertQueries(t, "map", MetricsAgainstDefinitionsTest::averagePrecision);
            assertQueries(t, "mrr", l -> 1.0 / (first(l) + 1));
        });
    }

    @Test
    void thePlaceOfTheFirstPositiveLeavesRequestsWithoutOneOutInEveryMode() {
        RandomCases.run(20, (seed, random) -> {
            RandomTable t = new RandomTable(random, 5, 6, 3);
            double expected = mean(t, l -> first(l) + 1, false);
            for (WithoutPositives without : WithoutPositives.values()) {
                double found = RandomTable.value(RandomTable.measured(t.table(true), without), "min-label-position");
                assertEqual(found, expected);
            }
        });
    }

    @Test
    void probabilitiesAreMeasuredRowByRow() {
        RandomCases.run(20, (seed, random) -> {
            RandomTable t = new RandomTable(random, 6, 6, 7);
            double loss = 0;
            double weight = 0;
            double predicted = 0;
            double observed = 0;
            for (int i = 0; i < t.rows; i++) {
                double p = Math.max(1e-12, Math.min(1 - 1e-12, t.scores[i]));
                loss -= t.weights[i] * Math.log(t.labels[i] == 1 ? p : 1 - p);
                weight += t.weights[i];
                predicted += t.weights[i] * t.scores[i];
                observed += t.weights[i] * t.labels[i];
            }
            assertSame(loss / weight, t, "log-loss");
            assertSame(observed == 0 ? Double.NaN : predicted / observed, t, "calibration");
            assertSame(predicted / weight, t, "mean-prediction");
        });
    }

    private static void assertSame(double expected, RandomTable t, String metric) {
        assertEqual(RandomTable.value(RandomTable.measured(t.table(true), WithoutPositives.EXCLUDE), metric), expected);
    }

    private static void assertQueries(RandomTable t, String metric, ToDoubleFunction<double[]> ofLabels) {
        for (WithoutPositives without : WithoutPositives.values()) {
            double expected = mean(t, ofLabels, without == WithoutPositives.ZERO);
            assertEqual(RandomTable.value(RandomTable.measured(t.table(true), without), metric), expected);
        }
    }

    private static void assertEqual(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, CLOSE);
        }
    }

    private static double mean(RandomTable t, ToDoubleFunction<double[]> ofLabels, boolean emptyIsZero) {
        double sum = 0;
        double total = 0;
        for (String group : t.groups.stream().distinct().toList()) {
            List<Integer> rows = new ArrayList<>();
            double weight = 0;
            double positives = 0;
            for (int row = 0; row < t.rows; row++) {
                if (t.groups.get(row).equals(group)) {
                    rows.add(row);
                    weight += t.weights[row];
                    positives += t.labels[row];
                }
            }
            weight /= rows.size();
            if (positives > 0 || emptyIsZero) {
                sum += positives > 0 ? weight * overOrders(t, rows, ofLabels) : 0;
                total += weight;
            }
        }
        return total == 0 ? Double.NaN : sum / total;
    }

    private static double overOrders(RandomTable t, List<Integer> rows, ToDoubleFunction<double[]> ofLabels) {
        List<double[]> orders = new ArrayList<>();
        permute(t, new ArrayList<>(rows), new ArrayList<>(), orders);
        return orders.stream().mapToDouble(ofLabels).average().orElseThrow();
    }

    private static void permute(RandomTable t, List<Integer> left, List<Integer> taken, List<double[]> orders) {
        if (left.isEmpty()) {
            orders.add(taken.stream().mapToDouble(row -> t.labels[row]).toArray());
            return;
        }
        double best = left.stream().mapToDouble(row -> t.scores[row]).max().orElseThrow();
        for (Integer row : List.copyOf(left)) {
            if (t.scores[row] == best) {
                List<Integer> rest = new ArrayList<>(left);
                rest.remove(row);
                taken.add(row);
                permute(t, rest, taken, orders);
                taken.remove(taken.size() - 1);
            }
        }
    }

    private static double ndcg(double[] labels) {
        double[] best = labels.clone();
        Arrays.sort(best);
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < Math.min(3, labels.length); i++) {
            gain += labels[i] / (Math.log(i + 2.0) / Math.log(2));
            ideal += best[best.length - 1 - i] / (Math.log(i + 2.0) / Math.log(2));
        }
        return gain / ideal;
    }

    private static double averagePrecision(double[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += labels[i] * sum(labels, i + 1) / (i + 1);
        }
        return sum / sum(labels, labels.length);
    }

    private static double sum(double[] labels, int cut) {
        return Arrays.stream(labels).limit(cut).sum();
    }

    private static int first(double[] labels) {
        int place = 0;
        while (labels[place] < 0.5) {
            place++;
        }
        return place;
    }
}
