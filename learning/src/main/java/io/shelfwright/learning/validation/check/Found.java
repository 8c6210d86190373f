package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Puts a finding together. */
final class Found {
    private final AnomalyType type;
    private final String feature;
    private final String slice;
    private final String comparison;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private Severity severity = Severity.ERROR;

    Found(AnomalyType type, String feature, String slice, String comparison) {
        this.type = type;
        this.feature = feature;
        this.slice = slice;
        this.comparison = comparison;
    }

    static Found schema(AnomalyType type, String feature, String slice) {
        return new Found(type, feature, slice, "schema");
    }

    Found severity(Severity value) {
        severity = value;
        return this;
    }

    Found measured(long value, long threshold) {
        return fact("value", value).fact("threshold", threshold);
    }

    Found measured(double value, double threshold) {
        return fact("value", value).fact("threshold", threshold);
    }

    Found fact(String name, Object value) {
        facts.put(name, value instanceof Double number && !Double.isFinite(number) ? number.toString() : value);
        return this;
    }

    Finding said(String message) {
        return new Finding(type, severity, feature, slice, comparison, message, facts);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }
}
