package io.shelfwright.learning.validation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.table.MemoryTable;
import io.shelfwright.learning.validation.table.TableColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RowEqualityTest {
    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.text("id"),
            TableColumn.text("user"),
            TableColumn.text("at"),
            TableColumn.number("plays"),
            TableColumn.number("taste"));
    private static final String SCHEMA = "keys { key = [id], listener = user, time = at }";

    @Test
    void equalTablesInAnyOrderHaveNoFinding() {
        MemoryTable served = new MemoryTable("served", COLUMNS)
                .add("1", "u", "t", 1.0, Double.NaN)
                .add("2", "u", "t", 2.0, null);
        MemoryTable trained = new MemoryTable("trained", COLUMNS)
                .add("2", "u", "t", 2.0, null)
                .add("1", "u", "t", 1.0, Double.NaN);
        ValidationReport report = RowEquality.by("id").compare(served, trained);
        assertThat(report.findings()).isEmpty();
        assertThat(report.facts()).containsEntry("equalRows", 2L).containsEntry("columnsCompared", 4);
    }

    @Test
    void oneBitIsADifferenceAndRoundingTakesItAway() {
        MemoryTable served = new MemoryTable("served", COLUMNS).add("1", "u", "t", 1.0, 0.1);
        MemoryTable trained = new MemoryTable("trained", COLUMNS).add("1", "u", "t", 1.0, Math.nextUp(0.1));
        assertThat(RowEquality.by("id").compare(served, trained).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.type()).isEqualTo(AnomalyType.ROW_MISMATCH);
                    assertThat(finding.feature()).isEqualTo("taste");
                    assertThat(finding.facts()).containsEntry("mismatches", 1L).containsEntry("matches", 0L);
                    assertThat(finding.message()).contains("served 0.1, test 0.10000000000000002");
                });
        assertThat(RowEquality.by("id").digits(9).compare(served, trained).findings())
                .isEmpty();
    }

    @Test
    void aValueThatOneSideLacksIsCountedByTheSide() {
        MemoryTable served =
                new MemoryTable("served", COLUMNS).add("1", "u", "t", null, 0.1).add("2", "u", "t", 3.0, 0.1);
        MemoryTable trained =
                new MemoryTable("trained", COLUMNS).add("1", "u", "t", 1.0, 0.1).add("2", "u", "t", null, 0.1);
        assertThat(RowEquality.by("id").compare(served, trained).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.facts())
                        .containsEntry("baseOnly", 1L)
                        .containsEntry("testOnly", 1L)
                        .containsEntry("mismatches", 0L));
    }

    @Test
    void rowsWithoutPartnersAndRepeatedKeysAreTold() {
        MemoryTable served =
                new MemoryTable("served", COLUMNS).add("1", "u", "t", 1.0, 1.0).add("1", "u", "t", 2.0, 1.0);
        MemoryTable trained =
                new MemoryTable("trained", COLUMNS).add("1", "u", "t", 1.0, 1.0).add("9", "u", "t", 1.0, 1.0);
        assertThat(RowEquality.by("id").compare(served, trained).findings())
                .extracting(Finding::type)
                .containsExactly(AnomalyType.ROW_WITHOUT_PARTNER, AnomalyType.ROW_KEY_REPEATED);
    }

    @Test
    void aTransformThatChangedIsNamedWithSamples() {
        ValidationReport report = RowEquality.with(SchemaFile.parse(SCHEMA))
                .compare(days(0, x -> Math.log1p(x)), days(0, x -> Math.log10(1 + x)));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo(AnomalyType.ROW_MISMATCH);
            assertThat(finding.feature()).isEqualTo("plays");
            assertThat(finding.facts().get("samples")).asList().hasSize(5);
        });
    }

    @Test
    void aLaggingFeatureIsToldFromOneThatIsMerelyDifferent() {
        ValidationReport report = RowEquality.with(SchemaFile.parse(SCHEMA)).compare(days(0, x -> x), days(1, x -> x));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo(AnomalyType.ROW_LAGGING);
            assertThat(finding.feature()).isEqualTo("plays");
            assertThat(finding.facts()).containsEntry("lag", "PT24H").containsEntry("lagOf", "user");
        });
    }

    @Test
    void aKeyThatIsNotThereIsTold() {
        MemoryTable served = new MemoryTable("served", COLUMNS);
        assertThat(RowEquality.by("nope").compare(served, served).findings())
                .extracting(Finding::type)
                .containsExactly(AnomalyType.ROW_KEY_MISSING, AnomalyType.ROW_KEY_MISSING);
        assertThatThrownBy(() -> RowEquality.by().compare(served, served))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("keys.key");
    }

    /** Thirty listeners, ten days: plays grow every day, and may be read so many days too late. */
    private static MemoryTable days(int late, DoubleUnaryOperator transform) {
        MemoryTable table = new MemoryTable(late > 0 ? "late" : "served", COLUMNS);
        Instant start = Instant.parse("2024-05-01T12:00:00Z");
        for (int user = 0; user < 30; user++) {
            for (int day = 0; day < 10; day++) {
                double plays = 100 * user + 3 * (double) Math.max(0, day - late);
                table.add(
                        user + "-" + day,
                        "u" + user,
                        start.plus(Duration.ofDays(day)).toString(),
                        transform.applyAsDouble(plays),
                        0.5);
            }
        }
        return table;
    }
}
