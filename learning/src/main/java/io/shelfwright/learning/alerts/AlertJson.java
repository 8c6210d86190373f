package io.shelfwright.learning.alerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Alerts for programs; the form is stable and told in {@code docs/data-validation.md}. */
public final class AlertJson {
    static final ObjectMapper JSON = new ObjectMapper();

    private AlertJson() {}

    /**
     * Returns {@code {status, id, source, check, severity, blocking, feature, slice, comparison, message, owner, runbook, firstSeen,
     * at, badRuns}}; times are ISO 8601 in UTC.
     */
    public static ObjectNode of(Alert alert) {
        return JSON.createObjectNode()
                .put("status", word(alert.status()))
                .put("id", alert.id())
                .put("source", alert.source())
                .put("check", alert.check())
                .put("severity", word(alert.severity()))
                .put("blocking", alert.blocking())
                .put("feature", alert.feature())
                .put("slice", alert.slice())
                .put("comparison", alert.comparison())
                .put("message", alert.message())
                .put("owner", alert.owner())
                .put("runbook", alert.runbook())
                .put("firstSeen", alert.firstSeen().toString())
                .put("at", alert.at().toString())
                .put("badRuns", alert.badRuns());
    }

    /** Returns {@code {raised: [], worse: [], cleared: [], on, problems: []}}. */
    public static ObjectNode of(AlertOutcome outcome) {
        ObjectNode node = JSON.createObjectNode();
        for (AlertStatus status : AlertStatus.values()) {
            ArrayNode of = node.putArray(word(status));
            outcome.decided().stream().filter(alert -> alert.status() == status).forEach(alert -> of.add(of(alert)));
        }
        node.put("on", outcome.on());
        outcome.problems().forEach(node.putArray("problems")::add);
        return node;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
