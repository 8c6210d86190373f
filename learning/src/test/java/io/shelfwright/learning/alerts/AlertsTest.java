package io.shelfwright.learning.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.learning.LearningConfig;
import io.shelfwright.learning.validation.schema.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsTest {
    private static final Instant START = Instant.parse("2024-05-01T04:00:00Z");

    @TempDir
    Path directory;

    private final FakeSink sink = new FakeSink("fake");
    private int runs;

    /** Runs are g (good), w (a warning) and e (an error); what is told is R (raised), W (worse), C (cleared) or - (nothing). */
    @ParameterizedTest
    @CsvSource({
        "1, 2, e,          R",
        "1, 2, eeee,       R---",
        "1, 2, egg,        R-C",
        "1, 2, egggg,      R-C--",
        "1, 2, egegeg,     R-----",
        "1, 2, egegg,      R---C",
        "1, 2, eggegg,     R-CR-C",
        "1, 1, egeg,       RCRC",
        "2, 2, egegeg,     ------",
        "2, 2, eegg,       -R-C",
        "3, 1, eegeeeeg,   -----R-C",
        "1, 2, wwee,       R-W-",
        "1, 2, weweg,      RW---",
        "1, 2, ewwgg,      R---C",
        "2, 1, wewg,       -R-C",
        "1, 2, gggg,       ----",
    })
    void eachRunTellsWhatChangedAndNothingElse(int raiseAfter, int clearAfter, String bad, String told) {
        AlertRules rules = rules("raise-after = " + raiseAfter + ", clear-after = " + clearAfter);
        StringBuilder seen = new StringBuilder();
        for (char run : bad.toCharArray()) {
            AlertOutcome outcome = run(rules, run == 'g' ? List.of() : List.of(signal("a", severity(run))));
            assertThat(outcome.decided()).isEqualTo(sink.taken());
            seen.append(
                    outcome.decided().isEmpty()
                            ? "-"
                            : outcome.decided().get(0).status().name().substring(0, 1));
            sink.clear();
        }
        assertThat(seen).hasToString(told);
    }

    @Test
    void anAlertSaysSinceWhenHowOftenAndWhoseItIs() {
        AlertRules rules = rules("""
            raise-after = 3, owner = data, runbook = "https://wiki/data"
            routes = [
              { check = "COMPARATOR_*", feature = "user.*", owner = listeners }
              { feature = "*.age", runbook = "https://wiki/age" }
              { check = "COMPARATOR_*", owner = nobody, runbook = "https://wiki/none" }
            ]\
            """);
        List<Signal> found = List.of(
                signal("user.age", Severity.ERROR),
                new Signal("ROW_LAGGING", Severity.WARNING, "item.age", "tier=free", "rows", "lags"));
        run(rules, found);
        run(rules, found);
        run(rules, found);
        assertThat(sink.taken()).extracting(Alert::owner).containsExactly("listeners", "data");
        assertThat(sink.taken()).extracting(Alert::runbook).containsOnly("https://wiki/age");
        assertThat(sink.taken()).extracting(Alert::firstSeen).containsOnly(START);
        assertThat(sink.taken()).extracting(Alert::badRuns).containsOnly(3);
        assertThat(sink.taken()).extracting(Alert::blocking).containsExactly(true, false);
        assertThat(sink.taken().get(1).line())
                .isEqualTo("alert raised: WARNING ROW_LAGGING item.age [tier=free] (test, rows, 3 bad runs): lags;"
                        + " owner data; runbook https://wiki/age");
    }

    @Test
    void aSourceEndsOnlyItsOwnAlerts() {
        AlertRules rules = rules("clear-after = 1");
        alerts(rules).run("validate", List.of(signal("a", Severity.ERROR)));
        alerts(rules).run("learn", List.of(signal("b", Severity.ERROR)));
        assertThat(alerts(rules).run("learn", List.of()).decided())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.feature()).isEqualTo("b");
                    assertThat(alert.status()).isEqualTo(AlertStatus.CLEARED);
                });
        assertThat(alerts(rules).run("validate", List.of(signal("a", Severity.ERROR))))
                .satisfies(outcome -> {
                    assertThat(outcome.decided()).isEmpty();
                    assertThat(outcome.on()).isEqualTo(1);
                    assertThat(outcome.lines())
                            .containsExactly("alerts: 0 raised, 0 worse, 0 cleared, 1 on since earlier runs");
                });
    }

    @Test
    void whatHasItsOwnHysteresisIsToldAtOnce() {
        AlertRules rules = rules("raise-after = 5, clear-after = 5");
        assertThat(alerts(rules)
                        .runSettled("watch", List.of(signal("a", Severity.WARNING)))
                        .decided())
                .extracting(Alert::status)
                .containsExactly(AlertStatus.RAISED);
        assertThat(alerts(rules).runSettled("watch", List.of()).decided())
                .extracting(Alert::status)
                .containsExactly(AlertStatus.CLEARED);
        assertThat(directory.resolve(Alerts.STATE)).content().contains("\"alerts\" : [ ]");
    }

    @Test
    void onlyWhatIsSevereEnoughIsTold() {
        AlertRules rules = rules("severity = error");
        assertThat(run(rules, List.of(signal("a", Severity.WARNING))).on()).isZero();
        assertThat(run(rules, List.of(signal("a", Severity.WARNING), signal("a", Severity.ERROR)))
                        .decided())
                .extracting(Alert::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void aSinkThatFailedIsReportedAndGetsItNextTime() {
        AlertRules rules = rules("clear-after = 1");
        FakeSink other = new FakeSink("other");
        sink.breaks = true;
        AlertOutcome first = run(rules, List.of(signal("a", Severity.ERROR)), other);
        assertThat(first.problems())
                .containsExactly("sink 'fake' failed with 1 message: no line; the next run tries again");
        assertThat(other.taken()).hasSize(1);
        sink.breaks = false;
        run(rules, List.of(signal("a", Severity.ERROR)), other);
        assertThat(sink.taken()).extracting(Alert::status).containsExactly(AlertStatus.RAISED);
        assertThat(other.taken()).hasSize(1);
        sink.clear();
        sink.breaks = true;
        run(rules, List.of(), other);
        sink.breaks = false;
        run(rules, List.of(), other);
        assertThat(sink.taken()).extracting(Alert::status).containsExactly(AlertStatus.CLEARED);
        assertThat(other.taken()).hasSize(2);
        assertThat(directory.resolve(Alerts.STATE)).content().doesNotContain("owed");
    }

    @Test
    void whoNeverHeardOfAnAlertDoesNotHearOfItsEnd() {
        AlertRules rules = rules("clear-after = 1");
        sink.breaks = true;
        run(rules, List.of(signal("a", Severity.ERROR)));
        sink.breaks = false;
        run(rules, List.of());
        assertThat(sink.taken()).isEmpty();
    }

    @Test
    void aDamagedStateIsToldAndBeginsAnew() throws IOException {
        Files.writeString(directory.resolve(Alerts.STATE), "{\"alerts\": [{\"check\": 7}]}");
        AlertOutcome outcome = run(rules(""), List.of(signal("a", Severity.ERROR)));
        assertThat(outcome.problems())
                .singleElement()
                .asString()
                .contains(Alerts.STATE, "is damaged", "what was on is forgotten");
        assertThat(run(rules(""), List.of(signal("a", Severity.ERROR))).problems())
                .isEmpty();
    }

    @Test
    void aStateThatCannotBeKeptBreaksNothing() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        Alerts alerts = new Alerts(rules(""), file, () -> START, List.of(sink));
        assertThat(alerts.run("test", List.of(signal("a", Severity.ERROR))).problems())
                .singleElement()
                .asString()
                .contains("is not remembered");
        assertThat(sink.taken()).hasSize(1);
    }

    private AlertOutcome run(AlertRules rules, List<Signal> found, AlertSink... more) {
        return alerts(rules, more).run("test", found);
    }

    /** Each run is a process of its own. */
    private Alerts alerts(AlertRules rules, AlertSink... more) {
        List<AlertSink> sinks = new ArrayList<>(List.of(more));
        sinks.add(sink);
        Instant now = START.plusSeconds(86_400L * runs++);
        return new Alerts(rules, directory, () -> now, sinks);
    }

    private static Signal signal(String feature, Severity severity) {
        return new Signal("COMPARATOR_L_INFTY_HIGH", severity, feature, "", "drift", "differs");
    }

    private static Severity severity(char run) {
        return run == 'e' ? Severity.ERROR : Severity.WARNING;
    }

    static AlertRules rules(String alerts) {
        return LearningConfig.read(
                        ConfigFactory.parseString("alerts {" + alerts + "\n}").root(), Path.of(""))
                .alerts();
    }

    private static final class FakeSink implements AlertSink {
        private final String name;
        private final List<Alert> taken = new ArrayList<>();
        private boolean breaks;

        FakeSink(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(List<Alert> alerts) throws IOException {
            if (breaks) {
                throw new IOException("no line");
            }
            taken.addAll(alerts);
        }

        List<Alert> taken() {
            return taken;
        }

        void clear() {
            taken.clear();
        }
    }
}
