package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.Direction;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.Measured;
import io.shelfwright.learning.evaluation.Metric;
import io.shelfwright.learning.gate.Finding.Outcome;
import java.util.Optional;

/** Whether the candidate beats the baseline by the goal: the bound of the paired difference decides, not its value. */
final class GoalCheck {
    private static final String NAME = "goal";

    private final GoalSettings goal;
    private final EvaluationReport report;
    private final String objective;
    private final String baseline;

    GoalCheck(GoalSettings goal, EvaluationReport report, String objective, String baseline) {
        this.goal = goal;
        this.report = report;
        this.objective = objective;
        this.baseline = baseline;
    }

    Finding find() {
        Optional<Measured> difference = report.overall().difference(objective, baseline, goal.metric());
        Optional<Direction> direction = report.metric(goal.metric()).map(Metric::direction);
        if (difference.isEmpty() || direction.isEmpty()) {
            return new Finding(
                    NAME,
                    Outcome.UNSURE,
                    "The goal " + goal.metric() + " of " + objective + " cannot be compared: there are no scores of the"
                            + " baseline '" + baseline + "', only of " + String.join(", ", report.models()) + ".");
        }
        if (Double.isNaN(difference.get().value())) {
            return new Finding(
                    NAME,
                    Outcome.FAILED,
                    "The goal " + goal.metric() + " of " + objective
                            + " is no number: the test rows have no positives, or no negatives.");
        }
        Gain gain = Gain.of(difference.get(), direction.get(), goal.level());
        String what = "The gain in " + goal.metric() + " of " + objective + " over " + baseline + " is " + gain.text()
                + " on " + report.overall().units() + " "
                + report.unit().name().toLowerCase(java.util.Locale.ROOT) + "s";
        String asked = Words.signed(goal.minGain());
        if (gain.low() > goal.minGain()) {
            return new Finding(
                    NAME, Outcome.PASSED, what + "; the lower bound is above " + asked + " as is asked for.");
        }
        if (gain.high() < goal.minGain()) {
            return new Finding(
                    NAME,
                    Outcome.FAILED,
                    what + "; the upper bound is below " + asked + ": it is shown to be worse than is asked for.");
        }
        return new Finding(
                NAME,
                Outcome.UNSURE,
                what + "; neither bound is beyond " + asked
                        + ", so it is not shown to be better, and not to be worse.");
    }
}
