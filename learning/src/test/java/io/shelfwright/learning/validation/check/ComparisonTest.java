package io.shelfwright.learning.validation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.learning.validation.DistributionDistance;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.table.MemoryTable;
import io.shelfwright.learning.validation.table.TableColumn;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Drift and skew, whole and by slice; all data here is synthetic. */
class ComparisonTest {
    private static final List<TableColumn> COLUMNS =
            List.of(TableColumn.number("x"), TableColumn.text("c"), TableColumn.text("tier"), TableColumn.text("user"));
    private static final String PLAIN =
            "comparison { missing-cell = false, noise-aware = false }, keys { listener = user }, ";

    @Test
    void aShareThatDiffersByTheThresholdIsNoFindingAndByMoreIsOne() {
        ValidationReport at = drift(
                PLAIN + "features { c { type = STRING, drift { l-infinity = 0.25 } } }",
                categories(3, 1),
                categories(2, 2));
        assertThat(at.measurements()).singleElement().satisfies(m -> assertThat(m.value())
                .isEqualTo(0.25));
        assertThat(of(at, "c")).isEmpty();
        ValidationReport above = drift(
                PLAIN + "features { c { type = STRING, drift { l-infinity = 0.249 } } }",
                categories(3, 1),
                categories(2, 2));
        assertThat(of(above, "c")).containsExactly(AnomalyType.COMPARATOR_L_INFTY_HIGH);
    }

    @Test
    void theNormalizedDifferenceAlsoSeesVolume() {
        String schema = PLAIN + "features { c { type = STRING, drift { normalized-difference = %s } } }";
        assertThat(of(drift(String.format(schema, 0.2), categories(2, 2), categories(1, 1)), "c"))
                .isEmpty();
        assertThat(of(drift(String.format(schema, 0.16), categories(2, 2), categories(1, 1)), "c"))
                .containsExactly(AnomalyType.COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH);
    }

    @Test
    void numbersAreComparedAsTensorFlowDoesWhereAskedFor() {
        MemoryTable first = numbers("now", 1, 500, 0, 0.0);
        MemoryTable second = numbers("then", 2, 700, 0.3, 0.0);
        ValidationReport report = drift(
                PLAIN + "features { x { drift { jensen-shannon = 0.01, histogram = STANDARD } } }", first, second);
        double expected = DistributionDistance.jensenShannon(
                statistics(first).feature("x").orElseThrow().numbers().standardHistogram(),
                statistics(second).feature("x").orElseThrow().numbers().standardHistogram());
        assertThat(report.measurements()).singleElement().satisfies(m -> assertThat(m.value())
                .isCloseTo(expected, within(1e-12)));
        assertThat(of(report, "x")).containsExactly(AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH);
        assertThat(of(
                        drift(
                                PLAIN + "features { x { drift { jensen-shannon = " + expected
                                        + ", histogram = STANDARD } } }",
                                first,
                                second),
                        "x"))
                .isEmpty();
    }

    @Test
    void missingMassIsACellOfItsOwn() {
        MemoryTable whole = numbers("then", 3, 2_000, 0, 0.0);
        MemoryTable holes = numbers("now", 4, 2_000, 0, 0.3);
        String rule =
                "keys { listener = user }, features { x { drift { jensen-shannon = 0.05, missing-share = 0.1 } } }";
        assertThat(of(drift(rule, holes, whole), "x"))
                .containsExactly(AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH, AnomalyType.MISSING_SHARE_HIGH);
        assertThat(of(
                        drift(
                                "comparison { missing-cell = false }, keys { listener = user }, features { x { drift {"
                                        + " jensen-shannon = 0.05 } } }",
                                holes,
                                whole),
                        "x"))
                .isEmpty();
        assertThat(of(
                        drift(
                                rule.replace("missing-share = 0.1", "missing-share = 0.4")
                                        .replace("0.05", "0.4"),
                                holes,
                                whole),
                        "x"))
                .isEmpty();
    }

    @Test
    void aSmallSampleOfTheSameDoesNotAlert() {
        int alerts = 0;
        for (int seed = 0; seed < 100; seed++) {
            ValidationReport report = drift(
                    "keys { listener = user }, features { x { drift { jensen-shannon = 0.01 } }, c { type = STRING,"
                            + " drift { l-infinity = 0.01 } } }",
                    numbers("now", 10 + seed, 60, 0, 0.0),
                    numbers("then", 500 + seed, 5_000, 0, 0.0));
            assertThat(report.measurements().get(0).value()).isGreaterThan(0.01);
            alerts += report.of(AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH)
                            .size()
                    + report.of(AnomalyType.COMPARATOR_L_INFTY_HIGH).size();
        }
        assertThat(alerts).isLessThanOrEqualTo(4);
    }

    @Test
    void rowsOfFewListenersAreNoEvidenceOfDrift() {
        int aware = 0;
        int blind = 0;
        for (int seed = 0; seed < 20; seed++) {
            MemoryTable now = tastes("now", seed, 60, 40);
            MemoryTable then = tastes("then", 900 + seed, 60, 40);
            String features = "features { x { drift { jensen-shannon = 0.01 } } }";
            aware += of(drift("keys { listener = user }, " + features, now, then), "x")
                    .size();
            blind += of(drift("keys { ignored = [user] }, " + features, now, then), "x")
                    .size();
        }
        assertThat(aware).isLessThanOrEqualTo(2);
        assertThat(blind).isGreaterThan(15);
    }

    @Test
    void aSmallSliceThatDriftsIsFoundAmongManyThatDoNot() {
        String schema = "keys { listener = user }, slices { by = [tier], min-rows = 100 }, features { tier { type ="
                + " STRING }, c { type = STRING }, x { drift { jensen-shannon = 0.05 } } }";
        MemoryTable now = tiers("now", 1, 0.5);
        MemoryTable then = tiers("then", 2, 0);
        ValidationReport report = drift(schema, now, then);
        assertThat(report.of(AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH))
                .extracting(Finding::slice)
                .containsExactly("tier=student");
        assertThat(report.measurements()).hasSize(4);
        assertThat(drift(schema, tiers("now", 3, 0), then).findings()).isEmpty();
    }

    @Test
    void aSliceThatIsGoneIsFoundAndOneThatShrinksToo() {
        String schema = "keys { listener = user }, slices { by = [tier, \"tier x c\"], min-rows = 100 }, features {"
                + " tier { type = STRING }, c { type = STRING }, x {} }";
        MemoryTable then = tiers("then", 2, 0);
        ValidationReport gone = skew(schema, without(tiers("now", 1, 0), "premium", 0), then);
        assertThat(gone.of(AnomalyType.SLICE_MISSING))
                .extracting(Finding::slice)
                .contains("tier=premium");
        assertThat(gone.blocks()).isTrue();
        ValidationReport shrunken = skew(schema, without(tiers("now", 1, 0), "premium", 0.3), then);
        assertThat(shrunken.of(AnomalyType.SLICE_SHRUNKEN))
                .extracting(Finding::slice)
                .contains("tier=premium");
        assertThat(skew(schema, without(tiers("now", 1, 0), "premium", 0.8), then)
                        .findings())
                .isEmpty();
    }

    @Test
    void aColumnThatTheOtherDataLacksIsTold() {
        MemoryTable other = new MemoryTable("other", List.of(TableColumn.text("c"))).add("a");
        String schema = PLAIN + "features { x { %s { jensen-shannon = 0.5 } }, c { type = STRING } }";
        assertThat(of(skew(String.format(schema, "skew"), categories(1, 1), other), "x"))
                .containsExactly(AnomalyType.COMPARATOR_CONTROL_DATA_MISSING);
        assertThat(of(skew(String.format(schema, "drift"), categories(1, 1), other), "x"))
                .isEmpty();
    }

    @Test
    void theNumberOfRowsIsComparedWithTheSpanBefore() {
        String schema = PLAIN + "dataset { min-ratio = 0.5, max-ratio = 2 }, features { x {}, c { type = STRING } }";
        assertThat(of(drift(schema, categories(1, 0), categories(2, 1)), ""))
                .containsExactly(AnomalyType.COMPARATOR_LOW_NUM_EXAMPLES);
        assertThat(of(drift(schema, categories(2, 1), categories(1, 0)), ""))
                .containsExactly(AnomalyType.COMPARATOR_HIGH_NUM_EXAMPLES);
        assertThat(of(drift(schema, categories(1, 1), categories(1, 0)), "")).isEmpty();
        assertThat(of(drift(schema, categories(1, 0), categories(1, 1)), "")).isEmpty();
        assertThat(of(skew(schema, categories(9, 0), categories(1, 0)), "")).isEmpty();
    }

    @Test
    void pValuesOfEqualDistributionsAreUniform() {
        SplittableRandom random = new SplittableRandom(5);
        int[] low = new int[2];
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            int cells = 2 + random.nextInt(60);
            double[] first = new double[cells];
            double[] second = new double[cells];
            int n = 50 + random.nextInt(300);
            int m = 50 + random.nextInt(300);
            draw(random, first, n);
            draw(random, second, m);
            double p = SamplingNoise.of(first, second, n, m).pValue();
            low[0] += p <= 0.05 ? 1 : 0;
            low[1] += SamplingNoise.ofGreatest(first, second, n, m).pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(low[0] / (double) runs).isBetween(0.03, 0.07);
        assertThat(low[1] / (double) runs).isLessThan(0.06);
    }

    @Test
    void qValuesAreThoseOfBenjaminiAndHochberg() {
        double[] q = FalseDiscoveries.qValues(new double[] {0.01, 0.04, 0.03, 0.5, 0.005});
        assertThat(q).containsExactly(new double[] {0.025, 0.05, 0.05, 0.5, 0.025}, within(1e-12));
        assertThat(FalseDiscoveries.qValues(new double[0])).isEmpty();
    }

    @Test
    void theTailOfTheGammaDistributionIsThatOfChiSquared() {
        assertThat(GammaTail.above(3.841458820694124 / 2, 0.5)).isCloseTo(0.05, within(1e-9));
        assertThat(GammaTail.above(18.307038053275146 / 2, 5)).isCloseTo(0.05, within(1e-9));
        assertThat(GammaTail.exceededWith(0.05, 5) * 2).isCloseTo(18.307038053275146, within(1e-6));
        assertThat(GammaTail.beyond(1.959963984540054)).isCloseTo(0.05, within(1e-9));
    }

    /** Shares fall off as 1/rank, so that many cells are rare. */
    private static void draw(SplittableRandom random, double[] shares, int count) {
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            total += 1.0 / (i + 1);
        }
        for (int i = 0; i < count; i++) {
            double at = random.nextDouble() * total;
            int cell = 0;
            while (cell < shares.length - 1 && at > 1.0 / (cell + 1)) {
                at -= 1.0 / (cell + 1);
                cell++;
            }
            shares[cell] += 1.0 / count;
        }
    }

    private static MemoryTable categories(int a, int b) {
        MemoryTable table = new MemoryTable("table", COLUMNS);
        for (int i = 0; i < a + b; i++) {
            table.add(1.0, i < a ? "a" : "b", "free", "u" + i);
        }
        return table;
    }

    private static MemoryTable numbers(String name, long seed, int rows, double shift, double missing) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryTable table = new MemoryTable(name, COLUMNS);
        for (int i = 0; i < rows; i++) {
            double x = random.nextDouble() + random.nextDouble() + shift;
            table.add(random.nextDouble() < missing ? null : x, "c" + random.nextInt(6), "free", "u" + i);
        }
        return table;
    }

    /** Each listener has one taste, which all its rows show. */
    private static MemoryTable tastes(String name, long seed, int users, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryTable table = new MemoryTable(name, COLUMNS);
        for (int user = 0; user < users; user++) {
            double taste = random.nextDouble();
            for (int i = 0; i < rows; i++) {
                table.add(taste, "c", "free", name + user);
            }
        }
        return table;
    }

    private static MemoryTable tiers(String name, long seed, double shiftOfStudents) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryTable table = new MemoryTable(name, COLUMNS);
        for (int user = 0; user < 1_000; user++) {
            String tier = user % 10 < 6 ? "free" : user % 10 < 9 ? "premium" : "student";
            for (int i = 0; i < 8; i++) {
                double x = random.nextDouble() + (tier.equals("student") ? shiftOfStudents : 0);
                table.add(x, "c" + random.nextInt(2), tier, name + user);
            }
        }
        return table;
    }

    private static MemoryTable without(MemoryTable table, String tier, double keep) {
        MemoryTable less = new MemoryTable(table.name(), COLUMNS);
        table.read(row -> {
            boolean kept =
                    !row.text(2).equals(tier) || Math.floorMod(row.text(3).hashCode(), 100) < 100 * keep;
            if (kept) {
                less.add(row.number(0), row.text(1), row.text(2), row.text(3));
            }
        });
        return less;
    }

    private static DatasetStatistics statistics(MemoryTable table) {
        return DataValidation.with(SchemaFile.parse("")).statistics(table);
    }

    private static ValidationReport drift(String schema, MemoryTable now, MemoryTable then) {
        return DataValidation.with(SchemaFile.parse(schema)).previous(then).validate(now);
    }

    private static ValidationReport skew(String schema, MemoryTable trained, MemoryTable served) {
        return DataValidation.with(SchemaFile.parse(schema)).serving(served).validate(trained);
    }

    /** Leaves out what the schema does not name. */
    private static List<AnomalyType> of(ValidationReport report, String feature) {
        return report.findings().stream()
                .filter(finding -> finding.feature().equals(feature))
                .map(Finding::type)
                .filter(type -> type != AnomalyType.SCHEMA_NEW_COLUMN)
                .sorted()
                .toList();
    }
}
