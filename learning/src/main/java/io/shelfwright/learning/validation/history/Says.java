package io.shelfwright.learning.validation.history;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes findings about history. */
final class Says {
    static final String HISTORY = "history";

    private Says() {}

    static Finding error(AnomalyType type, String feature, double value, double threshold, long compared, String text) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("value", value);
        facts.put("threshold", threshold);
        facts.put("compared", compared);
        return new Finding(type, Severity.ERROR, feature, "", HISTORY, text, facts);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
