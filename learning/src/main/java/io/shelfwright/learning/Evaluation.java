package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.Evaluator;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.evaluation.IntervalMethod;
import io.shelfwright.learning.evaluation.Measured;
import io.shelfwright.learning.evaluation.ResamplingUnit;
import io.shelfwright.learning.evaluation.ScoreColumn;
import io.shelfwright.learning.evaluation.SliceResult;
import io.shelfwright.learning.report.ReportSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first look at a model, on rows of listeners that neither it nor its calibration has met; the gate measures in full.
 *
 * @param overall what was measured
 * @param objectives what the model scores, the main one first
 */
record Evaluation(SliceResult overall, List<String> objectives) {
    private static final List<String> MEASURES = List.of("auc", "log-loss", "ece", "ndcg@10");
    private static final Map<String, String> NAMES =
            Map.of("auc", "auc", "log-loss", "logLoss", "ece", "calibrationError", "ndcg@10", "ndcg10");

    Evaluation {
        objectives = List.copyOf(objectives);
    }

    static Evaluation of(Dataset dataset, int[] rows, ScoredRows scored, Calibration calibration) {
        ExampleTable table = new ScoredExamples(dataset, rows)
                .model(ScoreColumn.CANDIDATE, scored, calibration)
                .served(ScoreColumn.LIVE)
                .popularity()
                .build();
        EvaluationSettings settings = EvaluationSettings.DEFAULTS.intervals(IntervalMethod.NONE, ResamplingUnit.AUTO);
        return new Evaluation(Evaluator.evaluate(table, settings).overall(), scored.objectives());
    }

    double auc() {
        return measure(objectives.get(0), ScoreColumn.CANDIDATE, "auc");
    }

    private double measure(String objective, String model, String metric) {
        return overall.metric(objective, model, metric).map(Measured::value).orElse(Double.NaN);
    }

    /** Returns which measures of the model are no numbers. */
    List<String> notFinite() {
        List<String> broken = new ArrayList<>();
        for (String metric : MEASURES) {
            if (!Double.isFinite(measure(objectives.get(0), ScoreColumn.CANDIDATE, metric))) {
                broken.add(NAMES.getOrDefault(metric, metric));
            }
        }
        return broken;
    }

    ReportSection section() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", overall.examples());
        facts.put("pages", overall.requests());
        SliceResult.Objective main = overall.objectives().get(objectives.get(0));
        facts.put("pagesWithoutPositives", main == null ? 0 : main.requestsWithoutPositives());
        for (String objective : objectives) {
            put(facts, "model/" + objective, objective, ScoreColumn.CANDIDATE);
        }
        put(facts, "live/" + objectives.get(0), objectives.get(0), ScoreColumn.LIVE);
        put(facts, "popularity/" + objectives.get(0), objectives.get(0), ScoreColumn.POPULARITY);
        return new ReportSection("evaluation", facts);
    }

    private void put(Map<String, Object> facts, String name, String objective, String model) {
        Map<String, Object> measures = new LinkedHashMap<>();
        for (String metric : MEASURES) {
            overall.metric(objective, model, metric)
                    .map(Measured::value)
                    .ifPresent(value ->
                            measures.put(NAMES.getOrDefault(metric, metric), Double.isFinite(value) ? value : "none"));
        }
        if (!measures.isEmpty()) {
            facts.put(name, measures);
        }
    }
}
