package io.shelfwright.learning.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.Measurement;
import io.shelfwright.learning.validation.report.MeasurementTrend;
import io.shelfwright.learning.validation.report.ReportText;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTrendTest {
    private static final Instant TIME = Instant.parse("2024-05-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void aFindingSaysHowItsDistanceGrew() throws IOException {
        MeasurementTrend trend = new MeasurementTrend(directory, 10);
        assertThat(ReportText.lines(trend.add("validate", TIME, report(0.02))))
                .noneMatch(line -> line.contains("trend"));
        trend.add("validate", TIME, report(0.03));
        trend.add("learn", TIME, report(0.5));
        ValidationReport third = trend.add("validate", TIME, report(0.11));
        assertThat(third.findings().get(0).facts()).containsEntry("trend", List.of(0.02, 0.03, 0.11));
        assertThat(ReportText.lines(third)).contains("  trend 0.020, 0.030, 0.11");
        assertThat(Signal.of(third).get(0).message()).isEqualTo("differs; trend 0.020, 0.030, 0.11");
        // A finding about something else than a distance has none.
        assertThat(third.findings().get(1).trend()).isEmpty();
        List<String> lines = Files.readAllLines(directory.resolve(MeasurementTrend.FILE));
        assertThat(lines).hasSize(4);
        JsonNode last = AlertJson.JSON.readTree(lines.get(3));
        assertThat(last.path("time").asText()).isEqualTo(TIME.toString());
        assertThat(last.path("measurements").path(0).toString())
                .isEqualTo(
                        "{\"comparison\":\"drift\",\"measure\":\"l-infinity\",\"feature\":\"tier\",\"slice\":\"market=BR\","
                                + "\"value\":0.11,\"threshold\":0.1}");
    }

    @Test
    void onlyTheLatestRunsOfEachSourceAreKept() throws IOException {
        MeasurementTrend trend = new MeasurementTrend(directory, 2);
        trend.add("learn", TIME, report(0.5));
        for (int run = 1; run <= 5; run++) {
            trend.add("validate", TIME, report(run));
        }
        assertThat(trend.add("validate", TIME, report(6)).findings().get(0).facts())
                .containsEntry("trend", List.of(5.0, 6.0));
        assertThat(Files.readAllLines(directory.resolve(MeasurementTrend.FILE))).hasSize(3);
    }

    @Test
    void aDamagedLineIsLeftOutAndTold() throws IOException {
        MeasurementTrend trend = new MeasurementTrend(directory, 5);
        trend.add("validate", TIME, report(1));
        Files.writeString(directory.resolve(MeasurementTrend.FILE), "{\"time\": \"20", StandardOpenOption.APPEND);
        ValidationReport report = trend.add("validate", TIME, report(2));
        assertThat(report.notes()).singleElement().asString().contains("1 damaged lines");
        assertThat(report.findings().get(0).facts()).containsEntry("trend", List.of(1.0, 2.0));
        assertThat(trend.add("validate", TIME, report(3)).notes()).isEmpty();
    }

    @Test
    void whereNothingCanBeKeptTheReportSaysSo() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(new MeasurementTrend(file, 5)
                        .add("validate", TIME, report(1))
                        .notes())
                .singleElement()
                .asString()
                .contains("is not kept");
        ValidationReport plain = report(1);
        assertThat(new MeasurementTrend(directory, 0).add("validate", TIME, plain))
                .isSameAs(plain);
        assertThat(directory.resolve(MeasurementTrend.FILE)).doesNotExist();
    }

    private static ValidationReport report(double distance) {
        return new ValidationReport(
                "log",
                "",
                Map.of(),
                List.of(
                        finding(AnomalyType.COMPARATOR_L_INFTY_HIGH, Severity.ERROR),
                        finding(AnomalyType.SCHEMA_NEW_COLUMN, Severity.WARNING)),
                List.of(new Measurement(
                        "drift", "l-infinity", "tier", "market=BR", distance, 0.1, 0, 0, 0, 0, false, "")),
                List.of());
    }

    private static Finding finding(AnomalyType type, Severity severity) {
        return new Finding(type, severity, "tier", "market=BR", "drift", "differs", Map.of());
    }
}
