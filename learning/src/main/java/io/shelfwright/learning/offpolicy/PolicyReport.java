package io.shelfwright.learning.offpolicy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Estimates of what a policy would have earned, with the health of the weights that they rest on.
 *
 * @param estimates by the estimator's name, in reading order
 * @param weights summaries by the name of the kind of weight
 * @param refusals by the kind of weight: why no verdict may rest on it; an empty list where one may
 * @param details further numbers for programs, by name
 * @param notes what was left out and why
 */
public record PolicyReport(
        Map<String, Estimate> estimates,
        Map<String, WeightSummary> weights,
        Map<String, List<String>> refusals,
        Map<String, JsonNode> details,
        List<String> notes) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public PolicyReport {
        estimates = new LinkedHashMap<>(estimates);
        weights = new LinkedHashMap<>(weights);
        refusals = new LinkedHashMap<>(refusals);
        details = new LinkedHashMap<>(details);
        notes = List.copyOf(notes);
    }

    /** Returns whether no kind of weight is refused. */
    public boolean usable() {
        return refusals.values().stream().allMatch(List::isEmpty);
    }

    /** Returns one object: every estimate by its name, the weights, the details, and {@code verdict} last. */
    public ObjectNode json() {
        ObjectNode root = NODES.objectNode();
        estimates.forEach((name, estimate) -> root.set(name, json(estimate)));
        weights.forEach((name, summary) -> root.set(name, json(summary)));
        details.forEach(root::set);
        ObjectNode verdict = root.putObject("verdict").put("usable", usable());
        ObjectNode refused = verdict.putObject("refused");
        refusals.forEach((name, reasons) -> {
            if (!reasons.isEmpty()) {
                reasons.forEach(refused.putArray(name)::add);
            }
        });
        return root;
    }

    /** Returns one report with the contents of both; names do not meet. */
    public PolicyReport and(PolicyReport other) {
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(other.notes);
        return new PolicyReport(
                joined(estimates, other.estimates),
                joined(weights, other.weights),
                joined(refusals, other.refusals),
                joined(details, other.details),
                allNotes);
    }

    private static <T> Map<String, T> joined(Map<String, T> first, Map<String, T> second) {
        Map<String, T> all = new LinkedHashMap<>(first);
        all.putAll(second);
        return all;
    }

    /** Sets a number, or null where there is none: JSON knows no NaN. */
    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static ObjectNode json(Estimate estimate) {
        ObjectNode node = NODES.objectNode();
        put(node, "value", estimate.value());
        put(node, "se", estimate.se());
        if (Double.isFinite(estimate.low()) && Double.isFinite(estimate.high())) {
            node.putArray("ci95").add(estimate.low()).add(estimate.high());
        } else {
            node.putNull("ci95");
        }
        return node;
    }

    private static ObjectNode json(WeightSummary summary) {
        ObjectNode node = NODES.objectNode();
        put(node, "mean", summary.mean());
        put(node, "max", summary.max());
        put(node, "min", summary.min());
        put(node, "sum_sq", summary.sumOfSquares());
        put(node, "ess", summary.effectiveSize());
        return node;
    }

    /** Returns the report for people: a table, the weights, the verdict. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-20s %14s %12s %29s", "estimator", "value", "se", "95 % interval"));
        estimates.forEach((name, e) -> lines.add(String.format(
                Locale.ROOT, "%-20s %14.8f %12.8f [%13.8f,%13.8f]", name, e.value(), e.se(), e.low(), e.high())));
        weights.forEach((name, w) -> lines.add(String.format(
                Locale.ROOT,
                "%s: mean %.4f, largest %.4g, effective sample size %.1f of %,d",
                name.replace('_', ' '),
                w.mean(),
                w.max(),
                w.effectiveSize(),
                w.count())));
        refusals.forEach((name, reasons) -> {
            lines.add("verdict on " + name.replace('_', ' ') + ": " + (reasons.isEmpty() ? "usable" : "refused"));
            reasons.forEach(reason -> lines.add("  because " + reason));
        });
        notes.forEach(note -> lines.add("note: " + note));
        return lines;
    }
}
