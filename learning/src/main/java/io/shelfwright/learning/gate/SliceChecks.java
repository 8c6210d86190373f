package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.Direction;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.Measured;
import io.shelfwright.learning.evaluation.SliceResult;
import io.shelfwright.learning.evaluation.SliceResult.State;
import io.shelfwright.learning.gate.Finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether any slice loses more by the goal than is borne.
 *
 * <p>A loss refuses where it is shown beyond what chance brings over all slices (Holm). A required slice must do more: it must
 * be there, have enough rows, and its lower bound must be within the margin; no correction is needed for that, since the
 * candidate must pass on all of them.
 */
final class SliceChecks {
    private static final String NAME = "slice";

    private final GoalSettings goal;
    private final EvaluationReport report;
    private final String objective;
    private final String baseline;
    private final Direction direction;

    SliceChecks(GoalSettings goal, EvaluationReport report, String objective, String baseline, Direction direction) {
        this.goal = goal;
        this.report = report;
        this.objective = objective;
        this.baseline = baseline;
        this.direction = direction;
    }

    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        List<SliceResult> tested = new ArrayList<>();
        List<Measured> differences = new ArrayList<>();
        List<String> few = new ArrayList<>();
        for (SliceResult slice : report.slices()) {
            Optional<Measured> difference = slice.difference(objective, baseline, goal.metric());
            if (slice.state() == State.MISSING) {
                findings.add(new Finding(
                        NAME, Outcome.FAILED, "The slice " + slice.name() + " is missing: there is no row of it."));
            } else if (slice.state() == State.MEASURED
                    && difference.isPresent()
                    && difference.get().hasInterval()) {
                tested.add(slice);
                differences.add(difference.get());
            } else if (!goal.requiredSlices().contains(slice.name())) {
                few.add(slice.name() + " (" + slice.examples() + ")");
            }
        }
        findings.addAll(losses(tested, differences));
        for (String required : goal.requiredSlices()) {
            report.slice(required)
                    .filter(slice -> slice.state() != State.MISSING)
                    .ifPresentOrElse(slice -> findings.add(required(slice)), () -> missing(required, findings));
        }
        if (!few.isEmpty()) {
            findings.add(new Finding(
                    NAME,
                    Outcome.NOTE,
                    "Too few rows to judge these slices (needed are "
                            + report.settings().minSliceExamples() + "): " + String.join(", ", few) + "."));
        }
        return findings;
    }

    private void missing(String required, List<Finding> findings) {
        if (report.slice(required).isEmpty()) {
            findings.add(new Finding(
                    NAME,
                    Outcome.FAILED,
                    "The required slice " + required
                            + " was not measured: the data has no such column, or no such row."));
        }
    }

    private List<Finding> losses(List<SliceResult> tested, List<Measured> differences) {
        List<Finding> findings = new ArrayList<>();
        double[] p = differences.stream()
                .mapToDouble(difference -> Gain.evidenceOfLoss(difference, direction, goal.sliceMargin()))
                .toArray();
        double[] adjusted = Holm.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            if (adjusted[i] <= goal.level()) {
                findings.add(new Finding(
                        NAME,
                        Outcome.FAILED,
                        "On the slice " + tested.get(i).name() + " ("
                                + tested.get(i).units() + " units) " + goal.metric() + " changes by "
                                + Gain.of(differences.get(i), direction, goal.level())
                                        .text() + ", which loses more than "
                                + Words.number(goal.sliceMargin()) + " (p " + Words.number(adjusted[i])
                                + " after Holm's correction for " + p.length + " slices)."));
            }
        }
        if (findings.isEmpty() && p.length > 0) {
            findings.add(new Finding(
                    NAME,
                    Outcome.PASSED,
                    "None of " + p.length + " slices is shown to lose more than "
                            + Words.number(goal.sliceMargin()) + " of " + goal.metric() + " (Holm, level "
                            + Words.number(goal.level()) + ")."));
        }
        return findings;
    }

    private Finding required(SliceResult slice) {
        Optional<Measured> difference = slice.difference(objective, baseline, goal.metric());
        if (slice.state() != State.MEASURED
                || difference.isEmpty()
                || !difference.get().hasInterval()) {
            return new Finding(
                    NAME,
                    Outcome.UNSURE,
                    "The required slice " + slice.name() + " has " + slice.examples()
                            + " rows, too few to judge it; needed are "
                            + report.settings().minSliceExamples() + ".");
        }
        Gain gain = Gain.of(difference.get(), direction, goal.level());
        boolean shown = gain.low() >= -goal.sliceMargin();
        return new Finding(
                NAME,
                shown ? Outcome.PASSED : Outcome.UNSURE,
                "On the required slice " + slice.name() + " "
                        + goal.metric() + " changes by " + gain.text() + "; that no more than "
                        + Words.number(goal.sliceMargin()) + " is lost is " + (shown ? "shown." : "not shown."));
    }
}
