package io.shelfwright.learning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.Metric;
import io.shelfwright.learning.evaluation.MetricRole;
import io.shelfwright.learning.evaluation.ServingCost;
import io.shelfwright.learning.gate.Evidence;
import io.shelfwright.learning.gate.Finding;
import io.shelfwright.learning.gate.GateDecision;
import io.shelfwright.learning.gate.OffPolicyEvidence;
import io.shelfwright.learning.report.ReportSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the gate found, as sections of a report; measured times are left out, so that equal models have equal cards. */
final class GateSections {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GateSections() {}

    /** Returns what the candidate would have earned in explored slots, or why that is not known. */
    static ReportSection offPolicy(Evidence evidence) {
        OffPolicyEvidence estimate = evidence.offPolicy();
        return new ReportSection("offPolicy", estimate == null ? Map.of() : estimate.facts());
    }

    static ReportSection gate(GateDecision decision) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("verdict", decision.verdict().word());
        facts.put("baseline", decision.baseline());
        List<String> findings = new ArrayList<>();
        for (Finding finding : decision.findings()) {
            if (!finding.sentence().contains(ServingCost.CPU)) {
                findings.add(finding.outcome().word() + ": " + finding.sentence());
            }
        }
        facts.put("findings", findings);
        return new ReportSection("gate", facts);
    }

    /** Returns the measures and differences, overall in full, of the slices those of the goal. */
    static ReportSection comparison(EvaluationReport report) {
        ObjectNode json = report.json();
        json.remove("metrics");
        json.path("costs").forEach(cost -> ((ObjectNode) cost).remove(ServingCost.CPU));
        Set<String> goals = report.metrics().stream()
                .filter(metric -> metric.role() == MetricRole.GOAL)
                .map(Metric::name)
                .collect(Collectors.toSet());
        for (JsonNode slice : json.path("slices")) {
            for (JsonNode objective : slice.path("objectives")) {
                objective.path("models").forEach(model -> ((ObjectNode) model).retain(goals));
                objective.path("differences").forEach(model -> ((ObjectNode) model).retain(goals));
            }
        }
        return new ReportSection("comparison", JSON.convertValue(json, new TypeReference<Map<String, Object>>() {}));
    }
}
