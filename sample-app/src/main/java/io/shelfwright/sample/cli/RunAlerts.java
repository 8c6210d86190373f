package io.shelfwright.sample.cli;

import io.shelfwright.learning.LearningConfig;
import io.shelfwright.learning.alerts.Alerts;
import java.time.InstantSource;

/** The alerts of a data directory, as its configuration has them. */
final class RunAlerts {
    private RunAlerts() {}

    /** Opens them; their times are those of the machine, since the data's own stand still. */
    static Alerts of(Workspace workspace) {
        return new Alerts(
                LearningConfig.of(workspace.config()).alerts(),
                workspace.data().experience().resolveSibling("validation"),
                InstantSource.system());
    }
}
