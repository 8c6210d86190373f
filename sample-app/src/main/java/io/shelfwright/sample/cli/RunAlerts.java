package io.shelfwright.sample.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.learning.LearningConfig;
import io.shelfwright.learning.LearningReport;
import io.shelfwright.learning.alerts.AlertJson;
import io.shelfwright.learning.alerts.AlertOutcome;
import io.shelfwright.learning.alerts.Alerts;
import io.shelfwright.learning.alerts.Signal;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.watch.WatchReport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alerts of a data directory, as its configuration has them, and what each command tells. */
final class RunAlerts {
    /** A model was trained and not blessed. */
    static final String GATE = "GATE_REFUSED";

    /** Learning ended before the gate, and not for what is wrong with the data. */
    static final String LEARNING = "LEARNING_REFUSED";

    private RunAlerts() {}

    /** Opens them; their times are those of the machine, since the data's own stand still. */
    static Alerts of(Workspace workspace) {
        return new Alerts(
                LearningConfig.of(workspace.config()).alerts(),
                workspace.data().experience().resolveSibling("validation"),
                InstantSource.system());
    }

    /**
     * Tells of the data, the gate and the rest, each a source of its own: a run that ended before the gate says nothing of the gate.
     *
     * @param validated what was found in the training data, null if the run did not get so far
     */
    static AlertOutcome learned(Alerts alerts, LearningReport report, @Nullable ValidationReport validated) {
        String source = "learn " + report.ranker();
        AlertOutcome told = AlertOutcome.NONE;
        if (validated != null) {
            String data = source + " data";
            told = told.and(alerts.run(data, Signal.of(alerts.withTrend(data, validated))));
        }
        boolean judged = report.section("gate").isPresent();
        if (judged) {
            told = told.and(alerts.run(source + " gate", refusal(GATE, report)));
        }
        if (judged || validated == null || !validated.blocks()) {
            told = told.and(alerts.run(source, judged ? List.of() : refusal(LEARNING, report)));
        }
        return told;
    }

    private static List<Signal> refusal(String check, LearningReport report) {
        return report.published()
                ? List.of()
                : List.of(new Signal(
                        check, Severity.ERROR, report.ranker(), "", "", String.join("; ", report.reasons())));
    }

    /** Tells of alarms, which have been through the strikes of the watch; they block nothing. */
    static AlertOutcome watched(Alerts alerts, Collection<WatchReport> latest) {
        List<Signal> alarms = new ArrayList<>();
        for (WatchReport report : latest) {
            report.alarms()
                    .forEach(alarm -> alarms.add(new Signal(
                            alarm.check(),
                            Severity.WARNING,
                            alarm.subject(),
                            "ranker=" + report.ranker(),
                            "live",
                            alarm.sentence() + ", in pages of snapshot " + report.snapshot())));
        }
        return alerts.runSettled("watch", alarms);
    }

    /** Returns a report of learning for programs, with its alerts. */
    static String json(LearningReport report, AlertOutcome told) {
        try {
            ObjectNode root = (ObjectNode) Printing.JSON.readTree(report.json());
            root.set("alerts", AlertJson.of(told));
            return Printing.pretty(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is JSON", e);
        }
    }
}
