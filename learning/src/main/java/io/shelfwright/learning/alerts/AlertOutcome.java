package io.shelfwright.learning.alerts;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run changed, and what could not be told.
 *
 * @param decided messages of this run, by id
 * @param on how many alerts of the run's source are on now
 * @param problems one sentence for each sink that failed, and for a state that could not be read or kept
 */
public record AlertOutcome(List<Alert> decided, int on, List<String> problems) {
    /** Nothing changed, nothing is on. */
    public static final AlertOutcome NONE = new AlertOutcome(List.of(), 0, List.of());

    public AlertOutcome {
        decided = List.copyOf(decided);
        problems = List.copyOf(problems);
    }

    /** Returns one outcome of both. */
    public AlertOutcome and(AlertOutcome other) {
        List<Alert> allDecided = new ArrayList<>(decided);
        allDecided.addAll(other.decided);
        List<String> allProblems = new ArrayList<>(problems);
        allProblems.addAll(other.problems);
        return new AlertOutcome(allDecided, on + other.on, allProblems);
    }

    /** Returns the lines of a report, which has the findings already; none where there is nothing to say. */
    public List<String> lines() {
        long cleared = count(AlertStatus.CLEARED);
        long raised = count(AlertStatus.RAISED);
        long worse = count(AlertStatus.WORSE);
        List<String> lines = new ArrayList<>();
        if (on > 0 || cleared > 0) {
            lines.add("alerts: " + raised + " raised, " + worse + " worse, " + cleared + " cleared, "
                    + (on - raised - worse) + " on since earlier runs");
        }
        decided.stream()
                .filter(alert -> alert.status() == AlertStatus.CLEARED)
                .forEach(alert -> lines.add("  " + alert.line()));
        problems.forEach(problem -> lines.add("alerts: " + problem));
        return lines;
    }

    private long count(AlertStatus status) {
        return decided.stream().filter(alert -> alert.status() == status).count();
    }
}
