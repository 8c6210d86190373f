package io.shelfwright.learning.whatif;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.learning.offpolicy.WeightSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a changed configuration would have earned a page, and whether that may be believed.
 *
 * @param reward what was counted
 * @param unit what the intervals take as independent
 * @param pages pages that were weighed
 * @param units independent units among them
 * @param leftOut pages that could not be used, by the reason
 * @param logged what the pages earned as they were
 * @param estimates of the changed configuration, by the estimator's name
 * @param difference of {@link #HEADLINE} from what was logged, on the same pages
 * @param weights views that a page was weighed to, by the views it should have: 1 on average
 * @param outside share of the views that go to cards which could not have been shown there when the pages were logged
 * @param refusals why there is no verdict; empty where there is one
 */
public record WhatIfReport(
        String reward,
        Unit unit,
        int pages,
        int units,
        Map<String, Integer> leftOut,
        Estimate logged,
        Map<String, Estimate> estimates,
        Estimate difference,
        WeightSummary weights,
        double outside,
        List<String> refusals) {
    /** The estimator that the verdict goes by: doubly robust. */
    public static final String HEADLINE = "DR";

    private static final List<String> MAIN = List.of("IPW", "IPW_clip_10", "SNIPW", "DM", "DR", "SNDR");

    public WhatIfReport {
        leftOut = new LinkedHashMap<>(leftOut);
        estimates = new LinkedHashMap<>(estimates);
        refusals = List.copyOf(refusals);
    }

    /** Returns {@code no verdict}, {@code better}, {@code worse} or {@code no difference shown}. */
    public String verdict() {
        if (!refusals.isEmpty()) {
            return "no verdict";
        }
        if (difference.low() > 0) {
            return "better";
        }
        return difference.high() < 0 ? "worse" : "no difference shown";
    }

    /** Returns the report for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s a page, %,d logged pages of %,d independent %ss; 95 %% intervals",
                reward,
                pages,
                units,
                unit.name().toLowerCase(Locale.ROOT)));
        leftOut.forEach(
                (reason, count) -> lines.add(String.format(Locale.ROOT, "  left out: %,d pages, %s", count, reason)));
        lines.add(line("as logged", logged));
        for (String name : MAIN) {
            lines.add(line("changed, " + name, Objects.requireNonNull(estimates.get(name), name)));
        }
        lines.add(line("difference (" + HEADLINE + ")", difference));
        lines.add(String.format(
                Locale.ROOT,
                "weights: mean %.3f, largest %.1f, effective pages %.0f; outside of what could be shown: %.1f %% of views",
                weights.mean(),
                weights.max(),
                weights.effectiveSize(),
                100 * outside));
        lines.add("verdict: " + verdict());
        refusals.forEach(reason -> lines.add("  because " + reason));
        return lines;
    }

    /** Returns the report for programs. */
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("reward", reward);
        root.put("unit", unit.name().toLowerCase(Locale.ROOT));
        root.put("pages", pages);
        root.put("units", units);
        ObjectNode left = root.putObject("leftOut");
        leftOut.forEach(left::put);
        root.set("logged", json(logged));
        ObjectNode changed = root.putObject("changed");
        estimates.forEach((name, estimate) -> changed.set(name, json(estimate)));
        root.set("difference", json(difference));
        ObjectNode weight = root.putObject("weights");
        weight.put("mean", weights.mean());
        weight.put("max", weights.max());
        weight.put("ess", weights.effectiveSize());
        root.put("outside", outside);
        root.put("verdict", verdict());
        refusals.forEach(root.putArray("refused")::add);
        return root;
    }

    private static String line(String name, Estimate estimate) {
        return String.format(
                Locale.ROOT, "  %-22s %9.4f  [%.4f, %.4f]", name, estimate.value(), estimate.low(), estimate.high());
    }

    static ObjectNode json(Estimate estimate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "value", estimate.value());
        put(node, "se", estimate.se());
        var interval = node.putArray("ci95");
        for (double end : new double[] {estimate.low(), estimate.high()}) {
            if (Double.isFinite(end)) {
                interval.add(end);
            } else {
                interval.addNull();
            }
        }
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
