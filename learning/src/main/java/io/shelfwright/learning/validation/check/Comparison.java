package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.Measurement;
import io.shelfwright.learning.validation.schema.ComparatorRule;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.validation.schema.SliceRule;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares data with other data: drift (this span with the one before) or skew (training with serving), whole and by slice; for one use.
 *
 * <p>A distance is a finding if it is beyond its threshold and, where the schema is aware of noise, still one among all distances of the
 * comparison when false discoveries are kept to the schema's share.
 */
final class Comparison {
    static final String DRIFT = "drift";
    static final String SKEW = "skew";

    private final DataSchema schema;
    private final String environment;
    private final String kind;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> uncompared = new LinkedHashSet<>();

    Comparison(DataSchema schema, String environment, String kind) {
        this.schema = schema;
        this.environment = environment;
        this.kind = kind;
    }

    void compare(DatasetStatistics current, DatasetStatistics control) {
        columns(current, control, "");
        SliceRule rule = schema.slices();
        int small = 0;
        for (Map.Entry<String, DatasetStatistics> entry : current.slices().entrySet()) {
            DatasetStatistics other = control.slices().get(entry.getKey());
            if (other != null && SliceSize.enough(rule, entry.getValue()) && SliceSize.enough(rule, other)) {
                columns(entry.getValue(), other, entry.getKey());
            } else if (other != null) {
                small++;
            }
        }
        if (small > 0) {
            notes.add(kind + ": " + small + " slices have fewer than " + rule.minRows() + " rows, or listeners in fewer"
                    + " than " + rule.minGroups() + " of 20 groups, on one side and were not compared");
        }
        uncompared.forEach(note -> notes.add(kind + ": " + note));
        judge();
        findings.addAll(new SliceComparison(schema, kind, notes).compare(current, control));
        if (kind.equals(DRIFT)) {
            rows(current, control);
        }
    }

    private ComparatorRule rule(FeatureRule feature) {
        return kind.equals(DRIFT) ? feature.drift() : feature.skew();
    }

    private void columns(DatasetStatistics current, DatasetStatistics control, String slice) {
        FeatureDistances distances =
                new FeatureDistances(kind, slice, schema.comparison().missingCell());
        for (FeatureRule feature : schema.expected(environment).values()) {
            Optional<FeatureStatistics> mine = current.feature(feature.name());
            Optional<FeatureStatistics> other = control.feature(feature.name());
            if (!rule(feature).compares() || mine.isEmpty()) {
                continue;
            }
            if (other.isEmpty()) {
                if (slice.isEmpty()) {
                    findings.add(new Found(AnomalyType.COMPARATOR_CONTROL_DATA_MISSING, feature.name(), "", kind)
                            .severity(rule(feature).severity())
                            .said("'" + control.name() + "' lacks the column, so nothing can be compared"));
                }
            } else if (mine.get().categorical() != other.get().categorical()) {
                uncompared.add("'" + feature.name() + "' holds " + mine.get().type() + " here and "
                        + other.get().type() + " there and was not compared");
            } else {
                measurements.addAll(distances.of(rule(feature), mine.get(), other.get()));
            }
        }
    }

    /** Findings of a slice that are findings of the whole too are named there. */
    private void judge() {
        double[] q = FalseDiscoveries.qValues(
                measurements.stream().mapToDouble(Measurement::pValue).toArray());
        for (int i = 0; i < q.length; i++) {
            measurements.set(i, measurements.get(i).qValue(q[i]));
        }
        Map<String, Finding> whole = new LinkedHashMap<>();
        Map<String, List<String>> alsoIn = new LinkedHashMap<>();
        List<Finding> ofSlices = new ArrayList<>();
        for (Measurement measured : measurements) {
            if (!high(measured)) {
                continue;
            }
            String name = measured.measure() + "/" + measured.feature();
            if (measured.slice().isEmpty()) {
                whole.put(name, finding(measured));
            } else if (whole.containsKey(name)) {
                alsoIn.computeIfAbsent(name, key -> new ArrayList<>()).add(measured.slice());
            } else {
                ofSlices.add(finding(measured));
            }
        }
        whole.forEach((name, finding) -> findings.add(
                alsoIn.containsKey(name) ? finding.with("slices", alsoIn.getOrDefault(name, List.of())) : finding));
        findings.addAll(ofSlices);
    }

    private boolean high(Measurement measured) {
        return measured.value() > measured.threshold()
                && (!schema.comparison().noiseAware()
                        || measured.qValue() <= schema.comparison().falseDiscoveries());
    }

    private Finding finding(Measurement measured) {
        AnomalyType type =
                switch (measured.measure()) {
                    case "l-infinity" -> AnomalyType.COMPARATOR_L_INFTY_HIGH;
                    case "jensen-shannon" -> AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH;
                    case "missing-share" -> AnomalyType.MISSING_SHARE_HIGH;
                    default -> AnomalyType.COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH;
                };
        Severity severity = schema.feature(measured.feature())
                .map(this::rule)
                .map(rule -> type == AnomalyType.MISSING_SHARE_HIGH ? missing(rule, measured) : rule.severity())
                .orElse(Severity.ERROR);
        return new Found(type, measured.feature(), measured.slice(), kind)
                .severity(severity)
                .measured(measured.value(), measured.threshold())
                .fact("expected", measured.expected())
                .fact("floor", measured.floor())
                .fact("pValue", measured.pValue())
                .fact("qValue", measured.qValue())
                .said(measured.measure() + " is " + Found.number(measured.value()) + ", allowed is "
                        + Found.number(measured.threshold()) + " (sampling alone makes about "
                        + Found.number(measured.expected()) + "); furthest apart: " + measured.apart());
    }

    /** To be missing less often is what a growing history does; to be missing more often is what a broken pipeline does. */
    private static Severity missing(ComparatorRule rule, Measurement measured) {
        return measured.rises() ? rule.missingSeverity() : Severity.WARNING;
    }

    private void rows(DatasetStatistics current, DatasetStatistics control) {
        if (control.rows() == 0) {
            notes.add(kind + ": '" + control.name() + "' has no rows");
            return;
        }
        double ratio = (double) current.rows() / control.rows();
        String said = current.rows() + " rows are " + Found.number(ratio) + " times the " + control.rows() + " of '"
                + control.name() + "'; allowed is ";
        if (ratio < schema.dataset().minRatio()) {
            findings.add(new Found(AnomalyType.COMPARATOR_LOW_NUM_EXAMPLES, "", "", kind)
                    .measured(ratio, schema.dataset().minRatio())
                    .said(said + "from " + Found.number(schema.dataset().minRatio())));
        }
        if (ratio > schema.dataset().maxRatio()) {
            findings.add(new Found(AnomalyType.COMPARATOR_HIGH_NUM_EXAMPLES, "", "", kind)
                    .measured(ratio, schema.dataset().maxRatio())
                    .said(said + "up to " + Found.number(schema.dataset().maxRatio())));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    List<Measurement> measurements() {
        return measurements;
    }

    List<String> notes() {
        return notes;
    }
}
