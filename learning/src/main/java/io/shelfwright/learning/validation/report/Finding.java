package io.shelfwright.learning.validation.report;

import io.shelfwright.learning.validation.schema.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that is not as it should be.
 *
 * @param type what it is
 * @param severity how bad it is
 * @param feature column, empty where it is about the data as a whole
 * @param slice such as {@code tier=premium}, empty for all rows
 * @param comparison {@code schema}, {@code drift}, {@code skew}, {@code rows}, {@code history} or {@code listeners}
 * @param message one sentence: what, how much, what is allowed
 * @param facts figures by their camel-case names
 */
public record Finding(
        AnomalyType type,
        Severity severity,
        String feature,
        String slice,
        String comparison,
        String message,
        Map<String, Object> facts) {
    private static final int LATEST = 8;

    public Finding {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Returns a name that is the same each time the same thing is found. */
    public String key() {
        return comparison + "/" + type + "/" + feature + (slice.isEmpty() ? "" : "[" + slice + "]");
    }

    /** Returns a copy of another severity. */
    public Finding withSeverity(Severity value) {
        return new Finding(type, value, feature, slice, comparison, message, facts);
    }

    /** Returns a copy with one more figure. */
    public Finding with(String fact, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Finding(type, severity, feature, slice, comparison, message, more);
    }

    /** Returns the latest values of what was measured, such as {@code 0.02, 0.03, 0.11}, oldest first; empty where there is no trend. */
    public String trend() {
        if (!(facts.get(MeasurementTrend.FACT) instanceof List<?> values)) {
            return "";
        }
        return values.stream()
                .skip(Math.max(0, values.size() - LATEST))
                .map(value -> String.format(Locale.ROOT, "%.2g", ((Number) value).doubleValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the line of a report. */
    public String line() {
        return severity + " " + type + " " + (feature.isEmpty() ? "" : feature + " ")
                + (slice.isEmpty() ? "" : "[" + slice + "] ") + "(" + comparison + "): " + message;
    }
}
