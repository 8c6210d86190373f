package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.Direction;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.Measured;
import io.shelfwright.learning.evaluation.Metric;
import io.shelfwright.learning.evaluation.ScoreColumn;
import io.shelfwright.learning.evaluation.ServingCost;
import io.shelfwright.learning.gate.Finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One guardrail. Against the baseline it must be shown that no more than the margin is lost. Bounds refuse where the value is
 * shown to be outside, are unsure where it is outside but might be inside, and pass where it is inside.
 */
final class LimitCheck {
    private final LimitSettings limit;
    private final EvaluationReport report;
    private final String objective;
    private final String baseline;
    private final double level;

    LimitCheck(LimitSettings limit, EvaluationReport report, String baseline, double level) {
        this.limit = limit;
        this.report = report;
        this.baseline = baseline;
        this.level = level;
        objective = limit.objective().isEmpty() ? report.mainObjective() : limit.objective();
    }

    List<Finding> find() {
        Optional<Metric> metric = report.metric(limit.metric());
        Optional<Measured> value = value();
        if (metric.isEmpty() || value.isEmpty()) {
            return List.of(finding(Outcome.NOTE, "The guardrail " + limit.metric() + " was not measured here."));
        }
        if (Double.isNaN(value.get().value())) {
            return List.of(finding(Outcome.UNSURE, "The guardrail " + limit.metric() + " is no number on these rows."));
        }
        List<Finding> findings = new ArrayList<>();
        if (limit.compares()) {
            findings.add(comparison(metric.get()));
        }
        if (limit.bounds()) {
            findings.add(bounds(value.get()));
        }
        return findings;
    }

    private Optional<Measured> value() {
        ServingCost cost = report.costs().get(ScoreColumn.CANDIDATE);
        if (limit.metric().equals(ServingCost.CPU) || limit.metric().equals(ServingCost.BYTES)) {
            return Optional.ofNullable(cost)
                    .map(known -> limit.metric().equals(ServingCost.CPU) ? known.cpuMillisPer1000() : known.bytes())
                    .filter(Double::isFinite)
                    .map(known -> new Measured(known, known, Double.NaN, 0));
        }
        return report.overall().metric(objective, ScoreColumn.CANDIDATE, limit.metric());
    }

    private Finding comparison(Metric metric) {
        Optional<Measured> difference = report.overall().difference(objective, baseline, limit.metric());
        if (metric.direction() != Direction.HIGHER && metric.direction() != Direction.LOWER) {
            return finding(
                    Outcome.UNSURE,
                    "The guardrail " + limit.metric()
                            + " has a margin, but no value of it is better than another; give at-least and at-most instead.");
        }
        if (difference.isEmpty()) {
            return finding(
                    Outcome.NOTE,
                    "The guardrail " + limit.metric() + " cannot be compared with " + baseline
                            + ", whose scores do not have it.");
        }
        Gain gain = Gain.of(difference.get(), metric.direction(), level);
        double least = -limit.margin();
        boolean passed = gain.interval() ? gain.low() >= least : gain.value() >= least;
        boolean failed = gain.interval() ? gain.high() < least : gain.value() < least;
        return finding(
                passed ? Outcome.PASSED : failed ? Outcome.FAILED : Outcome.UNSURE,
                "The guardrail " + limit.metric() + " of " + objective + " changes for the better by " + gain.text()
                        + " against " + baseline + "; that no more than " + Words.number(limit.margin())
                        + " is lost is "
                        + (passed ? "shown." : failed ? "shown to be wrong." : "not shown."));
    }

    private Finding bounds(Measured value) {
        double found = value.value();
        boolean inside = found >= limit.atLeast() && found <= limit.atMost();
        double low = value.hasInterval() ? value.lowerBound(level) : found;
        double high = value.hasInterval() ? value.upperBound(level) : found;
        boolean outside = !inside && (high < limit.atLeast() || low > limit.atMost());
        return finding(
                inside ? Outcome.PASSED : outside ? Outcome.FAILED : Outcome.UNSURE,
                "The guardrail " + limit.metric() + " is " + Words.number(found)
                        + (value.hasInterval()
                                ? " (one-sided bounds " + Words.number(low) + " and " + Words.number(high) + ")"
                                : "")
                        + ", allowed is " + allowed()
                        + (inside ? "." : outside ? ": it is outside." : ": it may be outside."));
    }

    private String allowed() {
        boolean least = limit.atLeast() > -1e300;
        boolean most = limit.atMost() < 1e300;
        return least && most
                ? Words.number(limit.atLeast()) + " to " + Words.number(limit.atMost())
                : least ? "at least " + Words.number(limit.atLeast()) : "at most " + Words.number(limit.atMost());
    }

    private static Finding finding(Outcome outcome, String sentence) {
        return new Finding("limit", outcome, sentence);
    }
}
