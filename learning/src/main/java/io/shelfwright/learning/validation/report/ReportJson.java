package io.shelfwright.learning.validation.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A report for programs; the form is stable and told in {@code docs/data-validation.md}. */
public final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    /** Returns {@code {data, environment, blocks, facts, findings[], measurements[], notes[]}}. */
    public static ObjectNode of(ValidationReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("data", report.data());
        root.put("environment", report.environment());
        root.put("blocks", report.blocks());
        root.set("facts", JSON.valueToTree(report.facts()));
        ArrayNode findings = root.putArray("findings");
        report.findings().forEach(finding -> findings.add(of(finding)));
        ArrayNode measurements = root.putArray("measurements");
        report.measurements().forEach(measured -> measurements.add(of(measured)));
        report.notes().forEach(root.putArray("notes")::add);
        return root;
    }

    /** Returns {@code {type, severity, feature, slice, comparison, message, facts}}. */
    public static ObjectNode of(Finding finding) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", finding.type().name());
        node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        node.put("feature", finding.feature());
        node.put("slice", finding.slice());
        node.put("comparison", finding.comparison());
        node.put("message", finding.message());
        node.set("facts", JSON.valueToTree(finding.facts()));
        return node;
    }

    private static ObjectNode of(Measurement measured) {
        ObjectNode node = JSON.createObjectNode();
        node.put("comparison", measured.comparison());
        node.put("measure", measured.measure());
        node.put("feature", measured.feature());
        node.put("slice", measured.slice());
        node.put("value", measured.value());
        node.put("threshold", measured.threshold());
        node.put("expected", measured.expected());
        node.put("floor", measured.floor());
        node.put("pValue", measured.pValue());
        node.put("qValue", measured.qValue());
        return node;
    }
}
