package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.learning.LearningConfig;
import io.shelfwright.learning.LearningReport;
import io.shelfwright.learning.alerts.Alert;
import io.shelfwright.learning.alerts.AlertOutcome;
import io.shelfwright.learning.alerts.AlertStatus;
import io.shelfwright.learning.alerts.Alerts;
import io.shelfwright.learning.report.ReportSection;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.watch.WatchFinding;
import io.shelfwright.learning.watch.WatchReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAlertsTest {
    private static final ValidationReport GOOD = data(List.of());
    private static final ValidationReport BAD = data(
            List.of(new Finding(AnomalyType.ROW_LAGGING, Severity.ERROR, "user.plays", "", "rows", "lags", Map.of())));

    @TempDir
    Path directory;

    private Alerts alerts;

    @BeforeEach
    void open() {
        LearningConfig config = LearningConfig.read(
                ConfigFactory.parseString("alerts.clear-after = 1").root(), directory);
        alerts = new Alerts(config.alerts(), directory, () -> Instant.parse("2024-05-01T00:00:00Z"));
    }

    @Test
    void aRefusalOfTheGateIsOnUntilAModelIsBlessed() {
        assertThat(told(RunAlerts.learned(alerts, report(false, true), GOOD))).containsExactly("RAISED GATE_REFUSED");
        assertThat(told(RunAlerts.learned(alerts, report(false, true), GOOD))).isEmpty();
        // What stops before the gate knows nothing of it.
        assertThat(told(RunAlerts.learned(alerts, report(false, false), GOOD)))
                .containsExactly("RAISED LEARNING_REFUSED");
        assertThat(told(RunAlerts.learned(alerts, report(true, true), GOOD)))
                .containsExactly("CLEARED GATE_REFUSED", "CLEARED LEARNING_REFUSED");
    }

    @Test
    void badDataIsToldByItsFindingsAlone() {
        assertThat(told(RunAlerts.learned(alerts, report(false, false), BAD))).containsExactly("RAISED ROW_LAGGING");
        assertThat(told(RunAlerts.learned(alerts, report(false, false), null)))
                .containsExactly("RAISED LEARNING_REFUSED");
        assertThat(told(RunAlerts.learned(alerts, report(true, true), GOOD)))
                .containsExactly("CLEARED ROW_LAGGING", "CLEARED LEARNING_REFUSED");
    }

    @Test
    void anAlarmOfTheWatchIsToldWithoutFurtherStrikesAndBlocksNothing() {
        WatchFinding drift = new WatchFinding("prediction-drift", "stream", 0.4, 0.1);
        AlertOutcome raised =
                RunAlerts.watched(alerts, List.of(watch("000002", List.of(drift)), watch("000003", List.of(drift))));
        assertThat(told(raised)).containsExactly("RAISED prediction-drift");
        assertThat(raised.decided()).noneMatch(Alert::blocking);
        assertThat(told(RunAlerts.watched(alerts, List.of(watch("000003", List.of(drift))))))
                .isEmpty();
        assertThat(RunAlerts.watched(alerts, List.of(watch("000003", List.of())))
                        .decided())
                .extracting(Alert::status)
                .containsExactly(AlertStatus.CLEARED);
    }

    private static List<String> told(AlertOutcome outcome) {
        assertThat(outcome.problems()).isEmpty();
        return outcome.decided().stream()
                .map(alert -> alert.status() + " " + alert.check())
                .toList();
    }

    private static LearningReport report(boolean published, boolean judged) {
        @Nullable String version = published ? "000004" : null;
        return new LearningReport(
                "gbdt",
                "gbdt",
                1,
                version,
                published ? List.of() : List.of("it is worse"),
                judged ? List.of(new ReportSection("gate", Map.of())) : List.of());
    }

    private static WatchReport watch(String snapshot, List<WatchFinding> alarms) {
        return new WatchReport(snapshot, "gbdt", 2, 500, alarms, alarms);
    }

    private static ValidationReport data(List<Finding> findings) {
        return new ValidationReport("training data", "TRAINING", Map.of(), findings, List.of(), List.of());
    }
}
