package io.shelfwright.learning.alerts;

import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.Severity;
import java.util.List;

/**
 * Something one run found bad, before it is decided whether anybody is told.
 *
 * @param check what looked, such as {@code COMPARATOR_L_INFTY_HIGH} or {@code prediction-drift}
 * @param severity how bad it is; an error blocks
 * @param feature column or subject, empty where it is about the whole
 * @param slice such as {@code tier=premium}, empty for all
 * @param comparison what the data was held against, such as {@code drift}; empty where that says nothing
 * @param message one sentence
 */
public record Signal(String check, Severity severity, String feature, String slice, String comparison, String message) {

    /** Returns what a finding of data validation says. */
    public static Signal of(Finding finding) {
        return new Signal(
                finding.type().name(),
                finding.severity(),
                finding.feature(),
                finding.slice(),
                finding.comparison(),
                finding.message() + (finding.trend().isEmpty() ? "" : "; trend " + finding.trend()));
    }

    /** Returns a signal for each finding of a report. */
    public static List<Signal> of(ValidationReport report) {
        return report.findings().stream().map(Signal::of).toList();
    }

    /** Returns a name that is the same each time the same thing is bad. */
    public String key() {
        return (comparison.isEmpty() ? "" : comparison + "/") + check + "/" + feature
                + (slice.isEmpty() ? "" : "[" + slice + "]");
    }

    Signal withSeverity(Severity value) {
        return new Signal(check, value, feature, slice, comparison, message);
    }
}
