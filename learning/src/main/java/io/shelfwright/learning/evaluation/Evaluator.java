package io.shelfwright.learning.evaluation;

import io.shelfwright.learning.evaluation.Metric.Computed;
import io.shelfwright.learning.evaluation.SliceResult.Objective;
import io.shelfwright.learning.evaluation.SliceResult.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures every model of a table, overall and on slices, and the candidate's differences from each baseline.
 *
 * <p>Differences are paired: both models see the same rows and the same draws, inside every replicate. The same table and
 * settings give the same report on any number of threads.
 */
public final class Evaluator {
    private final ExampleTable table;
    private final EvaluationSettings settings;
    private final ResamplingUnit unit;
    private final Map<String, List<Computed>> suites = new LinkedHashMap<>();

    private Evaluator(ExampleTable table, EvaluationSettings settings) {
        this.table = table;
        this.settings = settings;
        unit = settings.unit().of(table);
        for (String objective : table.objectives()) {
            suites.put(objective, MetricSuite.of(table, objective, settings));
        }
    }

    /**
     * Measures.
     *
     * @throws IllegalArgumentException if a slice names a column that the table lacks
     */
    public static EvaluationReport evaluate(ExampleTable table, EvaluationSettings settings) {
        return new Evaluator(table, settings).report();
    }

    private EvaluationReport report() {
        List<SliceResult> results = new ArrayList<>();
        Slices.of(table, settings.slices()).forEach((name, rows) -> results.add(slice(name, rows)));
        Map<String, Metric> metrics = new LinkedHashMap<>();
        suites.values()
                .forEach(suite -> suite.forEach(one -> metrics.put(one.metric().name(), one.metric())));
        return new EvaluationReport(
                settings,
                unit,
                table.objectives(),
                table.models(),
                List.copyOf(metrics.values()),
                results.get(0),
                results.subList(1, results.size()),
                Map.of());
    }

    private SliceResult slice(String name, int[] rows) {
        if (rows.length == 0) {
            return new SliceResult(name, State.MISSING, 0, 0, 0, 0, 0, Map.of());
        }
        Sample sample = Sample.of(table, rows, unit);
        boolean few = rows.length < settings.minSliceExamples() && !name.equals(SliceSpec.OVERALL);
        int users = (int) IntStream.of(rows).map(table::user).distinct().count();
        return new SliceResult(
                name,
                few ? State.TOO_FEW : State.MEASURED,
                rows.length,
                sample.totalWeight(),
                sample.groups(),
                users,
                sample.units(),
                few ? Map.of() : objectives(sample));
    }

    private Map<String, Objective> objectives(Sample sample) {
        Resampling resampling = Resampling.of(sample, settings);
        Map<String, Objective> objectives = new LinkedHashMap<>();
        for (String objective : table.objectives()) {
            objectives.put(objective, new Comparison(sample, objective).objective(resampling));
        }
        return objectives;
    }

    /** All metrics of all models on one sample. */
    private final class Comparison {
        private final Sample sample;
        private final double[] labels;
        private final List<Entry> entries = new ArrayList<>();

        private record Entry(String model, Metric metric, Statistic statistic) {}

        Comparison(Sample sample, String objective) {
            this.sample = sample;
            labels = sample.of(table.labels(objective));
            for (ScoreColumn column : table.scores(objective)) {
                double[] scores = column.of(sample.rows());
                for (Computed one : suites.getOrDefault(objective, List.of())) {
                    if (column.probabilities() || !one.metric().probabilities()) {
                        entries.add(new Entry(
                                column.model(), one.metric(), one.maker().make(sample, labels, scores)));
                    }
                }
            }
        }

        Objective objective(Resampling resampling) {
            int[] once = new int[sample.units()];
            java.util.Arrays.fill(once, 1);
            double[] values = entries.stream()
                    .mapToDouble(entry -> entry.statistic().value(once))
                    .toArray();
            double[][] drawn = new double[entries.size()][resampling.replicates()];
            IntStream.range(0, resampling.replicates()).parallel().forEach(replicate -> {
                int[] counts = resampling.counts(replicate);
                for (int e = 0; e < drawn.length; e++) {
                    if (entries.get(e).metric().interval()) {
                        drawn[e][replicate] = entries.get(e).statistic().value(counts);
                    }
                }
            });
            Map<String, Map<String, Measured>> metrics = new LinkedHashMap<>();
            Map<String, Map<String, Measured>> differences = new LinkedHashMap<>();
            for (int e = 0; e < drawn.length; e++) {
                Entry entry = entries.get(e);
                Measured measured = measure(resampling, entry.metric(), values[e], drawn[e]);
                metrics.computeIfAbsent(entry.model(), key -> new LinkedHashMap<>())
                        .put(entry.metric().name(), measured);
                int own = candidate(entry);
                if (!entry.model().equals(ScoreColumn.CANDIDATE) && own >= 0) {
                    double[] gaps = new double[drawn[e].length];
                    for (int r = 0; r < gaps.length; r++) {
                        gaps[r] = drawn[own][r] - drawn[e][r];
                    }
                    differences
                            .computeIfAbsent(entry.model(), key -> new LinkedHashMap<>())
                            .put(
                                    entry.metric().name(),
                                    measure(resampling, entry.metric(), values[own] - values[e], gaps));
                }
            }
            double meanLabel = ProbabilityStatistics.mean(sample, labels).value(once);
            return new Objective(sample.groupsWithoutPositives(labels), meanLabel, metrics, differences);
        }

        private Measured measure(Resampling resampling, Metric metric, double value, double[] drawn) {
            return metric.interval() ? resampling.measure(value, drawn) : Measured.without(value);
        }

        private int candidate(Entry entry) {
            for (int e = 0; e < entries.size(); e++) {
                if (entries.get(e).model().equals(ScoreColumn.CANDIDATE)
                        && entries.get(e).metric().name().equals(entry.metric().name())) {
                    return e;
                }
            }
            return -1;
        }
    }
}
