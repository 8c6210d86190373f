package io.shelfwright.sample.web;

import io.shelfwright.api.Explanation.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of one stage as a bar chart.
 *
 * @param stage as the engine names it
 * @param heading for people
 * @param unit what the numbers mean
 * @param bars the ones to show at once
 * @param rest the ones to show on demand
 */
record TermGroup(String stage, String heading, String unit, List<TermBar> bars, List<TermBar> rest) {
    /** Trees and linear models name every feature; only the largest say something at a glance. */
    private static final int SHOWN = 8;

    /** Returns one group a stage, in the order in which the stages were applied. */
    static List<TermGroup> groups(List<Term> terms) {
        Map<String, List<Term>> stages = new LinkedHashMap<>();
        for (Term term : terms) {
            stages.computeIfAbsent(term.stage(), stage -> new ArrayList<>()).add(term);
        }
        List<TermGroup> groups = new ArrayList<>();
        stages.forEach((stage, members) -> groups.add(group(stage, members)));
        return groups;
    }

    private static TermGroup group(String stage, List<Term> terms) {
        List<Term> sorted = new ArrayList<>(terms);
        if (stage.equals("feature")) {
            sorted.sort(Comparator.comparingDouble((Term term) -> -size(term)).thenComparing(Term::name));
        }
        double largest = 0;
        for (Term term : sorted) {
            largest = Math.max(largest, size(term));
        }
        List<TermBar> bars = new ArrayList<>();
        for (Term term : sorted) {
            bars.add(TermBar.of(term, largest));
        }
        int cut = Math.min(SHOWN, bars.size());
        return new TermGroup(stage, heading(stage), unit(stage), bars.subList(0, cut), bars.subList(cut, bars.size()));
    }

    private static double size(Term term) {
        return Double.isFinite(term.value()) ? Math.abs(term.value()) : 0;
    }

    private static String heading(String stage) {
        return switch (stage) {
            case "feature" -> "What the ranker saw";
            case "calibration" -> "Calibration";
            case "objective" -> "Objectives";
            case "rule" -> "Score rules";
            case "placement" -> "Placement";
            default -> stage;
        };
    }

    private static String unit(String stage) {
        return switch (stage) {
            case "feature" -> "share of the raw score (logit)";
            case "calibration" -> "as a chance";
            case "objective" -> "share of utility";
            case "rule", "placement" -> "in log utility: −0.7 halves, +0.7 doubles";
            default -> "";
        };
    }
}
