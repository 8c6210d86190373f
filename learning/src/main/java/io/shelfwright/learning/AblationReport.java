package io.shelfwright.learning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.Measured;
import io.shelfwright.learning.evaluation.ScoreColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a model loses without a group of features.
 *
 * @param ranker whose trainer made the models
 * @param rows test rows
 * @param features number of features of each group
 * @param without by group: the model without it as the candidate, the full model as {@code live}
 */
public record AblationReport(
        String ranker, int rows, Map<String, Integer> features, Map<String, EvaluationReport> without) {
    private static final List<String> METRICS = List.of("ndcg@10", "auc", "log-loss");

    public AblationReport {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        without = Collections.unmodifiableMap(new LinkedHashMap<>(without));
    }

    private static Measured of(EvaluationReport report, boolean difference, String metric) {
        String objective = report.mainObjective();
        return (difference
                        ? report.overall().difference(objective, ScoreColumn.LIVE, metric)
                        : report.overall().metric(objective, ScoreColumn.LIVE, metric))
                .orElseThrow();
    }

    /** Returns the report for people: a line for each group and measure. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s trained anew without each group of features; %,d test cards, 95 %% intervals of the change",
                ranker,
                rows));
        without.forEach((group, report) -> {
            StringBuilder line = new StringBuilder(
                    String.format(Locale.ROOT, "  without %-16s (%2d features)", group, features.get(group)));
            for (String metric : METRICS) {
                Measured change = of(report, true, metric);
                line.append(String.format(
                        Locale.ROOT, "  %s %+.4f [%+.4f, %+.4f]", metric, change.value(), change.low(), change.high()));
            }
            lines.add(line.toString());
        });
        return lines;
    }

    /** Returns one object: ranker, rows, and for each group features, the full model's measures and the changes. */
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("ranker", ranker).put("rows", rows);
        ObjectNode groups = root.putObject("groups");
        without.forEach((group, report) -> {
            ObjectNode one = groups.putObject(group).put("features", features.get(group));
            for (String metric : METRICS) {
                Measured change = of(report, true, metric);
                ObjectNode node = one.putObject(metric);
                node.put("full", of(report, false, metric).value()).put("change", change.value());
                if (change.hasInterval()) {
                    node.putArray("ci95").add(change.low()).add(change.high());
                } else {
                    node.putNull("ci95");
                }
            }
        });
        return root;
    }
}
