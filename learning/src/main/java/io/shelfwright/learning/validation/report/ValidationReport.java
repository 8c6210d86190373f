package io.shelfwright.learning.validation.report;

import io.shelfwright.learning.validation.schema.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a validation found.
 *
 * @param data name of the data
 * @param environment in which it was validated, empty for any
 * @param facts figures about the data and what it was compared with, by camel-case names
 * @param findings errors first
 * @param measurements every distance, those that are no findings too
 * @param notes what could not be said, and why
 */
public record ValidationReport(
        String data,
        String environment,
        Map<String, Object> facts,
        List<Finding> findings,
        List<Measurement> measurements,
        List<String> notes) {

    public ValidationReport {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder())
                        .thenComparing(Finding::slice)
                        .thenComparing(Finding::type)
                        .thenComparing(Finding::feature)
                        .thenComparing(Finding::comparison))
                .toList();
        measurements = List.copyOf(measurements);
        notes = List.copyOf(notes);
    }

    /** Returns whether there is an error, which blocks training. */
    public boolean blocks() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Returns the errors. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /** Returns the findings of a type. */
    public List<Finding> of(AnomalyType type) {
        return findings.stream().filter(finding -> finding.type() == type).toList();
    }

    /** Returns one report of both, data and environment of the first. */
    public ValidationReport and(ValidationReport other) {
        Map<String, Object> allFacts = new LinkedHashMap<>(facts);
        allFacts.putAll(other.facts);
        List<Finding> allFindings = new ArrayList<>(findings);
        allFindings.addAll(other.findings);
        List<Measurement> allMeasurements = new ArrayList<>(measurements);
        allMeasurements.addAll(other.measurements);
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(other.notes);
        return new ValidationReport(data, environment, allFacts, allFindings, allMeasurements, allNotes);
    }
}
