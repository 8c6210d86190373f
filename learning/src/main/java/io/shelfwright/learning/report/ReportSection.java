package io.shelfwright.learning.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step's findings.
 *
 * @param name of the step, such as {@code join}
 * @param facts numbers, texts, lists and maps by their camel-case names, in the order to read them
 */
public record ReportSection(String name, Map<String, Object> facts) {
    public ReportSection {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
