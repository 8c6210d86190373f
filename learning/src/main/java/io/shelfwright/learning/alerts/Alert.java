package io.shelfwright.learning.alerts;

import io.shelfwright.learning.validation.schema.Severity;
import java.time.Instant;
import java.util.Locale;

/**
 * A message about something bad, or about its end.
 *
 * @param status raised, worse or cleared
 * @param id the same for all messages about one thing: source and {@link Signal#key()}
 * @param source what ran, such as {@code validate} or {@code learn gbdt}
 * @param check what looked, such as {@code COMPARATOR_L_INFTY_HIGH}
 * @param severity the worst so far
 * @param feature column or subject, empty where it is about the whole
 * @param slice such as {@code tier=premium}, empty for all
 * @param comparison what the data was held against, may be empty
 * @param message one sentence, of the latest bad run
 * @param owner whose it is, may be empty
 * @param runbook where it says what to do, may be empty
 * @param firstSeen when the first of the bad runs was
 * @param at when this message was decided
 * @param badRuns bad runs since then
 */
public record Alert(
        AlertStatus status,
        String id,
        String source,
        String check,
        Severity severity,
        String feature,
        String slice,
        String comparison,
        String message,
        String owner,
        String runbook,
        Instant firstSeen,
        Instant at,
        int badRuns) {

    /** Returns whether what it is about stops training or publishing. */
    public boolean blocking() {
        return severity == Severity.ERROR;
    }

    /** Returns the line of a report or a log. */
    public String line() {
        return "alert " + status.name().toLowerCase(Locale.ROOT) + ": " + severity + " "
                + (blocking() ? "(blocking) " : "") + check
                + (feature.isEmpty() ? "" : " " + feature) + (slice.isEmpty() ? "" : " [" + slice + "]") + " ("
                + source + (comparison.isEmpty() ? "" : ", " + comparison) + ", " + badRuns
                + (badRuns == 1 ? " bad run): " : " bad runs): ") + message
                + (owner.isEmpty() ? "" : "; owner " + owner) + (runbook.isEmpty() ? "" : "; runbook " + runbook);
    }
}
