package io.shelfwright.learning.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** Writes a report for programs; a number that is not defined is null. */
final class ReportJson {
    private final EvaluationReport report;

    ReportJson(EvaluationReport report) {
        this.report = report;
    }

    ObjectNode node() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode intervals = root.putObject("intervals");
        intervals.put("method", word(report.settings().intervals()));
        intervals.put("unit", word(report.unit()));
        if (report.settings().intervals() == IntervalMethod.BOOTSTRAP) {
            intervals.put("replicates", report.settings().replicates());
        }
        intervals.put("seed", report.settings().seed()).put("level", 0.95);
        root.put("withoutPositives", word(report.settings().withoutPositives()));
        report.models().forEach(root.putArray("models")::add);
        report.objectives().forEach(root.putArray("objectives")::add);
        ObjectNode metrics = root.putObject("metrics");
        for (Metric metric : report.metrics()) {
            metrics.putObject(metric.name())
                    .put("role", metric.role().word())
                    .put("better", metric.direction().word())
                    .put("meaning", metric.meaning());
        }
        root.set("overall", slice(report.overall()));
        ObjectNode slices = root.putObject("slices");
        report.slices().forEach(slice -> slices.set(slice.name(), slice(slice)));
        if (!report.costs().isEmpty()) {
            ObjectNode costs = root.putObject("costs");
            report.costs().forEach((model, cost) -> {
                ObjectNode one = costs.putObject(model);
                put(one, ServingCost.CPU, cost.cpuMillisPer1000());
                one.put(ServingCost.BYTES, cost.bytes());
            });
        }
        return root;
    }

    private static ObjectNode slice(SliceResult slice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", word(slice.state()))
                .put("examples", slice.examples())
                .put("weightedExamples", slice.weight())
                .put("requests", slice.requests())
                .put("users", slice.users())
                .put("units", slice.units());
        ObjectNode objectives = node.putObject("objectives");
        slice.objectives().forEach((name, found) -> {
            ObjectNode objective = objectives.putObject(name);
            objective.put("requestsWithoutPositives", found.requestsWithoutPositives());
            put(objective, "meanLabel", found.meanLabel());
            models(objective.putObject("models"), found.metrics());
            models(objective.putObject("differences"), found.differences());
        });
        return node;
    }

    private static void models(ObjectNode node, Map<String, Map<String, Measured>> models) {
        models.forEach((model, metrics) -> {
            ObjectNode own = node.putObject(model);
            metrics.forEach((metric, measured) -> own.set(metric, measured(measured)));
        });
    }

    static ObjectNode measured(Measured measured) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "value", measured.value());
        put(node, "se", measured.error());
        if (measured.hasInterval()) {
            node.putArray("ci95").add(measured.low()).add(measured.high());
        } else {
            node.putNull("ci95");
        }
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
