package io.shelfwright.learning.validation.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.learning.validation.check.DataValidation;
import io.shelfwright.learning.validation.check.RowEquality;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.table.MemoryTable;
import io.shelfwright.learning.validation.table.TableColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Faults planted into synthetic training data, each of which must be named. */
class PlantedFaultsTest {
    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.text("row"),
            TableColumn.text("user_id"),
            TableColumn.text("at"),
            TableColumn.text("tier"),
            TableColumn.number("user.plays"));
    private static final DataSchema SCHEMA = SchemaFile.parse("""
        keys { key = [row], listener = user_id, time = at }
        slices { by = [tier] }
        features {
          tier { type = STRING, presence { min-count = 1 } }
          "user.plays" { presence { min-count = 1 }, domain { min = 0, max = 20 },
            drift { jensen-shannon = 0.05, missing-share = 0.1 }, skew { jensen-shannon = 0.02, missing-share = 0.02 } }
        }
        """);
    private static final MemoryTable SERVED = rows(Fault.NONE);

    private enum Fault {
        NONE,
        TRANSFORM,
        SLICE,
        LAG,
        NULLS
    }

    @Test
    void soundDataHasNoFinding() {
        assertThat(validate(Fault.NONE).findings()).isEmpty();
    }

    @Test
    void aTransformThatChangedInOnePlaceIsNamedByRowsAndBySkew() {
        ValidationReport report = validate(Fault.TRANSFORM);
        assertThat(report.blocks()).isTrue();
        assertThat(report.of(AnomalyType.ROW_MISMATCH))
                .extracting(Finding::feature)
                .containsExactly("user.plays");
        assertThat(report.of(AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH))
                .extracting(Finding::feature)
                .contains("user.plays");
    }

    @Test
    void aPremiumSliceThatIsDroppedIsNamed() {
        ValidationReport report = validate(Fault.SLICE);
        assertThat(report.blocks()).isTrue();
        assertThat(report.of(AnomalyType.SLICE_MISSING))
                .extracting(Finding::slice)
                .containsExactly("tier=premium");
    }

    @Test
    void aFeatureThatLagsIsNamedWithItsLag() {
        assertThat(validate(Fault.LAG).of(AnomalyType.ROW_LAGGING))
                .singleElement()
                .satisfies(finding -> assertThat(finding.facts()).containsEntry("lag", "PT24H"));
    }

    @Test
    void nullsOfThePipelineAreNamedByRowsAndByTheirShare() {
        ValidationReport report = validate(Fault.NULLS);
        assertThat(report.blocks()).isTrue();
        assertThat(report.of(AnomalyType.ROW_MISMATCH)).singleElement().satisfies(finding -> assertThat(finding.facts())
                .containsEntry("mismatches", 0L));
        assertThat(report.of(AnomalyType.MISSING_SHARE_HIGH)).isNotEmpty();
    }

    private static ValidationReport validate(Fault fault) {
        MemoryTable trained = rows(fault);
        return DataValidation.with(SCHEMA)
                .environment(DataSchema.TRAINING)
                .serving(SERVED)
                .validate(trained)
                .and(RowEquality.with(SCHEMA).compare(SERVED, trained));
    }

    /** Three hundred listeners, eight days: what they played grows by the day. */
    private static MemoryTable rows(Fault fault) {
        SplittableRandom random = new SplittableRandom(5);
        MemoryTable table = new MemoryTable("rows", COLUMNS);
        Instant start = Instant.parse("2024-05-01T12:00:00Z");
        for (int user = 0; user < 300; user++) {
            String tier = user % 5 == 0 ? "premium" : "free";
            double plays = random.nextInt(1, 400);
            double before = plays;
            for (int day = 0; day < 8; day++) {
                boolean null30 = random.nextInt(10) < 3;
                double counted = fault == Fault.LAG ? before : plays;
                double value = fault == Fault.TRANSFORM ? Math.log10(1 + counted) : Math.log1p(counted);
                if (fault != Fault.SLICE || tier.equals("free")) {
                    table.add(
                            user + "-" + day,
                            "u" + user,
                            start.plus(Duration.ofDays(day)).toString(),
                            tier,
                            fault == Fault.NULLS && null30 ? null : value);
                }
                before = plays;
                plays += 1 + random.nextInt(9);
            }
        }
        return table;
    }
}
