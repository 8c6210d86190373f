package io.shelfwright.learning.validation.report;

import io.shelfwright.learning.validation.schema.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for people, verdict last. */
public final class ReportText {
    private static final int NEAREST = 5;

    private ReportText() {}

    public static List<String> lines(ValidationReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("validated '" + report.data() + "'"
                + (report.environment().isEmpty() ? "" : " for " + report.environment()));
        for (Map.Entry<String, Object> fact : report.facts().entrySet()) {
            lines.add(String.format(Locale.ROOT, "  %-20s %s", words(fact.getKey()), fact.getValue()));
        }
        report.findings().forEach(finding -> {
            lines.add(finding.line());
            Object slices = finding.facts().get("slices");
            if (slices != null) {
                lines.add("  also in " + slices);
            }
            if (!finding.trend().isEmpty()) {
                lines.add("  trend " + finding.trend());
            }
        });
        nearest(report, lines);
        report.notes().forEach(note -> lines.add("note: " + note));
        long errors = report.errors().size();
        long warnings = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .count();
        lines.add(
                report.blocks()
                        ? "refused: " + errors + " errors, " + warnings + " warnings"
                        : "good: no errors, " + warnings + " warnings");
        return lines;
    }

    private static void nearest(ValidationReport report, List<String> lines) {
        List<Measurement> measured = report.measurements().stream()
                .filter(m -> m.slice().isEmpty() && m.threshold() > 0)
                .sorted((a, b) -> Double.compare(b.value() / b.threshold(), a.value() / a.threshold()))
                .limit(NEAREST)
                .toList();
        if (!measured.isEmpty()) {
            lines.add("nearest to their thresholds, of " + report.measurements().size() + " distances:");
        }
        for (Measurement m : measured) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-5s %-16s %-36s %.5f of %.5f (sampling %.5f, q %.3g)",
                    m.comparison(),
                    m.measure(),
                    m.feature(),
                    m.value(),
                    m.threshold(),
                    m.expected(),
                    m.qValue()));
        }
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
