package io.shelfwright.learning.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well the models of a table did.
 *
 * @param settings how it was measured
 * @param unit what was resampled, never AUTO
 * @param objectives the main one first
 * @param models the candidate first
 * @param metrics what was measured
 * @param overall everything together
 * @param slices by name
 * @param costs what the models cost, by model: see {@link ServingCost}
 */
public record EvaluationReport(
        EvaluationSettings settings,
        ResamplingUnit unit,
        List<String> objectives,
        List<String> models,
        List<Metric> metrics,
        SliceResult overall,
        List<SliceResult> slices,
        Map<String, ServingCost> costs) {

    public EvaluationReport {
        objectives = List.copyOf(objectives);
        models = List.copyOf(models);
        metrics = List.copyOf(metrics);
        slices = List.copyOf(slices);
        costs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(costs));
    }

    /** Returns the report with what the models cost. */
    public EvaluationReport costs(Map<String, ServingCost> measured) {
        List<Metric> all = new ArrayList<>(metrics);
        all.add(new Metric(
                ServingCost.CPU,
                MetricRole.GUARDRAIL,
                Direction.LOWER,
                "milliseconds of processor time to score 1,000 candidates",
                false,
                false));
        all.add(new Metric(
                ServingCost.BYTES, MetricRole.GUARDRAIL, Direction.LOWER, "bytes of the model's files", false, false));
        return new EvaluationReport(settings, unit, objectives, models, all, overall, slices, measured);
    }

    /** Returns the main objective. */
    public String mainObjective() {
        return objectives.get(0);
    }

    /** Returns a metric by its name. */
    public Optional<Metric> metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    /** Returns a slice by its name, the overall one too. */
    public Optional<SliceResult> slice(String name) {
        return overall.name().equals(name)
                ? Optional.of(overall)
                : slices.stream().filter(slice -> slice.name().equals(name)).findFirst();
    }

    /** Returns the report for programs; docs/evaluation.md names its fields. */
    public ObjectNode json() {
        return new ReportJson(this).node();
    }

    /** Returns the report for people. */
    public List<String> lines() {
        return new ReportText(this).lines();
    }
}
