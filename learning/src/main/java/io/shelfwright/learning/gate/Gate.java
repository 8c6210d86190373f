package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.Direction;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.evaluation.Metric;
import io.shelfwright.learning.evaluation.ScoreColumn;
import io.shelfwright.learning.evaluation.SliceSpec;
import io.shelfwright.learning.gate.Finding.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges a candidate by reviewed criteria: blessed, refused, or inconclusive. Immutable and thread-safe.
 *
 * <p>A candidate is refused if any check shows something wrong, blessed if the goal is shown to be won and nothing is unsure.
 * A model that gains nothing is blessed with at most the probability {@code goal.level}: the other checks only take away.
 */
public final class Gate {
    private final ShippingCriteria criteria;

    public Gate(ShippingCriteria criteria) {
        this.criteria = criteria;
    }

    /** Returns how a table has to be measured to be judged; slices of columns that it lacks are left out. */
    public EvaluationSettings settings(ExampleTable table) {
        Set<String> slices = new LinkedHashSet<>(criteria.evaluation().slices());
        slices.addAll(criteria.goal().requiredSlices());
        List<String> there = slices.stream()
                .filter(text -> {
                    SliceSpec spec = SliceSpec.parse(text);
                    return table.sliceColumns().containsAll(spec.columns())
                            && table.sliceColumns().containsAll(spec.values().keySet());
                })
                .toList();
        return criteria.evaluation().slices(there);
    }

    /** Judges. */
    public GateDecision judge(Evidence evidence) {
        EvaluationReport report = evidence.report();
        GoalSettings goal = criteria.goal();
        String objective = goal.objective().isEmpty() ? report.mainObjective() : goal.objective();
        String baseline = baseline(evidence.firstModel());
        List<Finding> findings = new ArrayList<>();
        if (evidence.firstModel()) {
            findings.add(first(goal.firstModel()));
        }
        findings.add(new GoalCheck(goal, report, objective, baseline).find());
        Direction direction =
                report.metric(goal.metric()).map(Metric::direction).orElse(Direction.HIGHER);
        findings.addAll(new SliceChecks(goal, report, objective, baseline, direction).find());
        for (LimitSettings limit : criteria.limits()) {
            for (LimitSettings each : limit.expanded(report.metrics())) {
                findings.addAll(new LimitCheck(each, report, baseline, goal.level()).find());
            }
        }
        findings.addAll(new HealthChecks(criteria.health()).find(evidence));
        return GateDecision.of(baseline, findings);
    }

    private String baseline(boolean firstModel) {
        if (!firstModel) {
            return criteria.goal().baseline();
        }
        return criteria.goal().firstModel() == FirstModel.BEATS_POPULARITY
                ? ScoreColumn.POPULARITY
                : ScoreColumn.HEURISTICS;
    }

    private static Finding first(FirstModel rule) {
        return switch (rule) {
            case REFUSE ->
                new Finding(
                        "first-model",
                        Outcome.FAILED,
                        "There is no model before this one, and goal.first-model = refuse; set it to beats-heuristics or"
                                + " beats-popularity to let a first model be judged.");
            case BEATS_HEURISTICS ->
                new Finding(
                        "first-model",
                        Outcome.NOTE,
                        "There is no model before this one; by goal.first-model it is judged against the heuristics.");
            case BEATS_POPULARITY ->
                new Finding(
                        "first-model",
                        Outcome.NOTE,
                        "There is no model before this one; by goal.first-model it is judged against popularity.");
        };
    }
}
