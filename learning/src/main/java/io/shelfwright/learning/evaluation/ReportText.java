package io.shelfwright.learning.evaluation;

import io.shelfwright.learning.evaluation.SliceResult.Objective;
import io.shelfwright.learning.evaluation.SliceResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a report for people: overall in full, slices by their goal. */
final class ReportText {
    private final EvaluationReport report;
    private final List<String> lines = new ArrayList<>();

    ReportText(EvaluationReport report) {
        this.report = report;
    }

    List<String> lines() {
        SliceResult overall = report.overall();
        lines.add(String.format(
                Locale.ROOT,
                "%,d examples, %,d requests, %,d users; %s over %,d %ss, 95 %% intervals",
                overall.examples(),
                overall.requests(),
                overall.users(),
                ReportJson.word(report.settings().intervals()),
                overall.units(),
                ReportJson.word(report.unit())));
        overall.objectives().forEach(this::objective);
        report.costs()
                .forEach((model, cost) -> lines.add(String.format(
                        Locale.ROOT,
                        "%s: %.3f ms of processor time per 1,000 candidates, %,d bytes",
                        model,
                        cost.cpuMillisPer1000(),
                        cost.bytes())));
        report.slices().forEach(this::slice);
        return lines;
    }

    private void objective(String name, Objective found) {
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: mean label %.5f, %,d requests without positives %s",
                name,
                found.meanLabel(),
                found.requestsWithoutPositives(),
                report.settings().withoutPositives() == WithoutPositives.EXCLUDE ? "left out" : "count as 0"));
        for (Metric metric : report.metrics()) {
            for (Map.Entry<String, Map<String, Measured>> model :
                    found.metrics().entrySet()) {
                Measured measured = model.getValue().get(metric.name());
                if (measured != null) {
                    Map<String, Measured> differences = found.differences().getOrDefault(model.getKey(), Map.of());
                    lines.add(line(metric, model.getKey(), measured) + against(differences, metric.name()));
                }
            }
        }
    }

    private static String line(Metric metric, String model, Measured measured) {
        return String.format(
                Locale.ROOT,
                "  %-9s %-20s %-12s %s",
                metric.role().word(),
                metric.name(),
                model,
                text(measured, "%.5f"));
    }

    private static String against(Map<String, Measured> differences, String metric) {
        Measured difference = differences.get(metric);
        return difference == null ? "" : "  candidate " + text(difference, "%+.5f");
    }

    static String text(Measured measured, String format) {
        if (Double.isNaN(measured.value())) {
            return "none";
        }
        String value = String.format(Locale.ROOT, format, measured.value());
        return measured.hasInterval()
                ? value
                        + String.format(
                                Locale.ROOT, " [" + format + ", " + format + "]", measured.low(), measured.high())
                : value;
    }

    private void slice(SliceResult slice) {
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "slice %s: %,d examples, %,d requests%s",
                slice.name(),
                slice.examples(),
                slice.requests(),
                slice.state() == State.MEASURED
                        ? ""
                        : slice.state() == State.MISSING
                                ? ": missing, no row is in it"
                                : ": too few, needed are " + report.settings().minSliceExamples()));
        slice.objectives().forEach((objective, found) -> {
            for (Metric metric : report.metrics()) {
                Measured own = found.metrics()
                        .getOrDefault(ScoreColumn.CANDIDATE, Map.of())
                        .get(metric.name());
                if (metric.role() == MetricRole.GOAL && own != null) {
                    lines.add("  " + objective + " " + metric.name() + " " + text(own, "%.5f"));
                    found.differences()
                            .forEach((baseline, gaps) ->
                                    lines.add("    against " + baseline + against(gaps, metric.name())));
                }
            }
        });
    }
}
