package io.shelfwright.learning.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.learning.gate.Finding.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict and everything it rests on.
 *
 * @param verdict refused if any check failed, else inconclusive if any is unsure, else blessed
 * @param baseline the model that the candidate was compared with
 * @param findings of every check, in the order they were made
 */
public record GateDecision(Verdict verdict, String baseline, List<Finding> findings) {
    public GateDecision {
        findings = List.copyOf(findings);
    }

    static GateDecision of(String baseline, List<Finding> findings) {
        Verdict verdict = has(findings, Outcome.FAILED)
                ? Verdict.REFUSED
                : has(findings, Outcome.UNSURE) ? Verdict.INCONCLUSIVE : Verdict.BLESSED;
        return new GateDecision(verdict, baseline, findings);
    }

    private static boolean has(List<Finding> findings, Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.outcome() == outcome);
    }

    /** Returns whether the candidate may be published. */
    public boolean blessed() {
        return verdict == Verdict.BLESSED;
    }

    /** Returns the sentences that decided: what failed, or else what is unsure, or else what passed. */
    public List<String> reasons() {
        Outcome decisive =
                switch (verdict) {
                    case REFUSED -> Outcome.FAILED;
                    case INCONCLUSIVE -> Outcome.UNSURE;
                    case BLESSED -> Outcome.PASSED;
                };
        return findings.stream()
                .filter(finding -> finding.outcome() == decisive)
                .map(Finding::sentence)
                .toList();
    }

    /** Returns the decision for programs: verdict, blessed, baseline, reasons, findings {check, outcome, sentence}. */
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("verdict", verdict.word()).put("blessed", blessed()).put("baseline", baseline);
        reasons().forEach(root.putArray("reasons")::add);
        ArrayNode all = root.putArray("findings");
        findings.forEach(finding -> all.addObject()
                .put("check", finding.check())
                .put("outcome", finding.outcome().word())
                .put("sentence", finding.sentence()));
        return root;
    }

    /** Returns the decision for people, verdict last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        findings.forEach(
                finding -> lines.add(String.format("%-7s %s", finding.outcome().word(), finding.sentence())));
        lines.add("verdict: " + verdict.word());
        return lines;
    }
}
