package io.shelfwright.learning.evaluation;

import io.shelfwright.learning.evaluation.Metric.Computed;
import io.shelfwright.learning.evaluation.Metric.Maker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The metrics that a table has columns for, in the order of reports. */
final class MetricSuite {
    /** Cards younger than this are fresh. */
    static final int FRESH_DAYS = 30;

    private final ExampleTable table;
    private final EvaluationSettings settings;
    private final List<Computed> metrics = new ArrayList<>();

    private MetricSuite(ExampleTable table, EvaluationSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    static List<Computed> of(ExampleTable table, String objective, EvaluationSettings settings) {
        MetricSuite suite = new MetricSuite(table, settings);
        suite.ordering(objective);
        if (table.unitLabels(objective)) {
            suite.probabilities();
        }
        suite.beyondAccuracy();
        return List.copyOf(suite.metrics);
    }

    private void ordering(String objective) {
        QueryStatistics queries = new QueryStatistics(settings.withoutPositives() == WithoutPositives.ZERO);
        boolean graded = Arrays.stream(table.labels(objective)).anyMatch(label -> label != 0 && label != 1);
        for (int k : settings.cuts()) {
            add(
                    "ndcg@" + k,
                    MetricRole.GOAL,
                    Direction.HIGHER,
                    "NDCG of the first " + k + ", linear gain",
                    (s, l, p) -> queries.ndcg(s, l, p, k, false));
            if (graded) {
                add(
                        "ndcg-exp@" + k,
                        MetricRole.DEBUG,
                        Direction.HIGHER,
                        "NDCG with gain 2^label - 1",
                        (s, l, p) -> queries.ndcg(s, l, p, k, true));
            }
        }
        if (table.traits().examination() != null) {
            boolean zero = settings.withoutPositives() == WithoutPositives.ZERO;
            add(
                    "n2dcg",
                    MetricRole.GOAL,
                    Direction.HIGHER,
                    "NDCG of the grid, discounted by examination",
                    (s, l, p) -> SlotDiscount.n2dcg(s, l, p, zero));
        }
        add(
                "map",
                MetricRole.LEADING,
                Direction.HIGHER,
                "mean average precision",
                (s, l, p) -> queries.mean(s, l, p, QueryRanking::averagePrecision));
        add(
                "mrr",
                MetricRole.LEADING,
                Direction.HIGHER,
                "mean reciprocal rank of the first positive",
                (s, l, p) -> queries.mean(s, l, p, QueryRanking::reciprocalRank));
        for (int k : settings.cuts()) {
            add(
                    "precision@" + k,
                    MetricRole.LEADING,
                    Direction.HIGHER,
                    "positives among the first " + k,
                    (s, l, p) -> queries.mean(s, l, p, ranking -> ranking.precision(k)));
            add(
                    "recall@" + k,
                    MetricRole.LEADING,
                    Direction.HIGHER,
                    "share of positives in the first " + k,
                    (s, l, p) -> queries.mean(s, l, p, ranking -> ranking.recall(k)));
        }
        add("auc", MetricRole.LEADING, Direction.HIGHER, "area under the ROC curve", AreaStatistic::roc);
        add(
                "pr-auc",
                MetricRole.LEADING,
                Direction.HIGHER,
                "average precision over all rows",
                AreaStatistic::precisionRecall);
        add(
                "min-label-position",
                MetricRole.DEBUG,
                Direction.LOWER,
                "mean place of the first positive",
                (s, l, p) -> queries.meanOfDefined(s, l, p, QueryRanking::firstPosition));
    }

    private void probabilities() {
        int bins = settings.bins();
        probability("log-loss", MetricRole.LEADING, Direction.LOWER, "mean log loss", ProbabilityStatistics::logLoss);
        probability(
                "calibration",
                MetricRole.GUARDRAIL,
                Direction.ONE,
                "predicted over observed",
                ProbabilityStatistics::calibration);
        probability(
                "ece",
                MetricRole.GUARDRAIL,
                Direction.LOWER,
                "expected calibration error, " + bins + " bins of equal mass",
                (s, l, p) -> ProbabilityStatistics.calibrationError(s, l, p, bins));
        probability(
                "ece-excess",
                MetricRole.GUARDRAIL,
                Direction.LOWER,
                "the calibration error less what chance brings to a calibrated model",
                (s, l, p) -> ProbabilityStatistics.calibrationExcess(s, l, p, bins));
        for (String kind : table.kinds()) {
            probability(
                    "ece:" + kind,
                    MetricRole.GUARDRAIL,
                    Direction.LOWER,
                    "the same for shelves of kind " + kind,
                    (s, l, p) -> ProbabilityStatistics.calibrationErrorOf(kind, s, l, p, bins, false));
            probability(
                    "ece-excess:" + kind,
                    MetricRole.GUARDRAIL,
                    Direction.LOWER,
                    "ece:" + kind + " less what chance brings to a calibrated model",
                    (s, l, p) -> ProbabilityStatistics.calibrationErrorOf(kind, s, l, p, bins, true));
        }
        probability(
                "mean-prediction",
                MetricRole.DEBUG,
                Direction.NONE,
                "mean of the probabilities",
                (s, l, p) -> ProbabilityStatistics.mean(s, p));
    }

    private void beyondAccuracy() {
        ItemTraits traits = table.traits();
        int k = settings.cuts().get(settings.cuts().size() - 1);
        if (table.hasItems()) {
            metrics.add(new Computed(
                    new Metric(
                            "coverage@" + k,
                            MetricRole.GUARDRAIL,
                            Direction.HIGHER,
                            "share of the catalog in the first " + k,
                            false,
                            false),
                    (s, l, p) -> new TopLists(s, p, k).coverage()));
            metrics.add(new Computed(
                    new Metric(
                            "gini@" + k,
                            MetricRole.GUARDRAIL,
                            Direction.LOWER,
                            "inequality of exposure in the first " + k,
                            false,
                            false),
                    (s, l, p) -> new TopLists(s, p, k).gini()));
        }
        double[] popularity = traits.popularity();
        if (popularity != null) {
            double[] surprise = Arrays.stream(popularity)
                    .map(p -> -Math.log(p) / Math.log(2))
                    .toArray();
            add(
                    "novelty@" + k,
                    MetricRole.GUARDRAIL,
                    Direction.HIGHER,
                    "mean -log2 of popularity in the first " + k,
                    (s, l, p) -> new TopLists(s, p, k).mean(surprise));
        }
        var attributes = traits.attributes();
        if (attributes != null) {
            add(
                    "diversity@" + k,
                    MetricRole.GUARDRAIL,
                    Direction.HIGHER,
                    "mean distance of pairs in the first " + k,
                    (s, l, p) -> new TopLists(s, p, k).diversity(attributes));
        }
        double[] ages = traits.ageDays();
        if (ages != null) {
            double[] fresh = Arrays.stream(ages)
                    .map(age -> Double.isNaN(age) ? age : age <= FRESH_DAYS ? 1 : 0)
                    .toArray();
            add(
                    "freshness@" + k,
                    MetricRole.GUARDRAIL,
                    Direction.HIGHER,
                    "share of the first " + k + " of at most " + FRESH_DAYS + " days",
                    (s, l, p) -> new TopLists(s, p, k).mean(fresh));
        }
    }

    private void add(String name, MetricRole role, Direction direction, String meaning, Maker maker) {
        metrics.add(new Computed(new Metric(name, role, direction, meaning, false, true), maker));
    }

    private void probability(String name, MetricRole role, Direction direction, String meaning, Maker maker) {
        metrics.add(new Computed(new Metric(name, role, direction, meaning, true, true), maker));
    }
}
