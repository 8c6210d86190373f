package io.shelfwright.learning.validation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.DistributionDistance;
import io.shelfwright.learning.validation.table.MemoryTable;
import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.learning.validation.table.ValueType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureStatisticsTest {
    private static final List<TableColumn> COLUMNS =
            List.of(TableColumn.number("x"), TableColumn.text("c"), TableColumn.number("w"), TableColumn.text("user"));

    @TempDir
    Path directory;

    @Test
    void momentsRangeAndQuantilesAreExact() {
        MemoryTable table = numbers(1, 2, 2, 3, 4, 8);
        NumberStatistics x = x(table, StatisticsPlan.PLAIN).numbers();
        assertThat(x.mean()).isCloseTo(20.0 / 6, within(1e-12));
        assertThat(x.deviation()).isCloseTo(Math.sqrt(98.0 / 6 - 400.0 / 36), within(1e-12));
        assertThat(x.min()).isEqualTo(1);
        assertThat(x.max()).isEqualTo(8);
        assertThat(x.median()).isEqualTo(2);
        assertThat(x.unique()).isEqualTo(5);
        assertThat(x.exact()).isTrue();
    }

    @Test
    void nanAndInfiniteValuesAreCountedApartAndLeaveTheMomentsAlone() {
        NumberStatistics x = x(
                        numbers(1, Double.NaN, 3, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -0.0),
                        StatisticsPlan.PLAIN)
                .numbers();
        assertThat(x.mean()).isEqualTo(1);
        assertThat(x.nan()).isEqualTo(1);
        assertThat(x.infinite()).isEqualTo(2);
        assertThat(x.zeros()).isEqualTo(2);
        assertThat(x.unique()).isEqualTo(3);
        assertThat(x.max()).isInfinite();
        assertThat(x.standardHistogram().size()).isEqualTo(12);
    }

    @Test
    void weightsReplaceCounts() {
        MemoryTable table = new MemoryTable("t", COLUMNS)
                .add(1.0, "a", 3.0, "u")
                .add(5.0, "b", 1.0, "u")
                .add(null, "b", 4.0, "u");
        FeatureStatistics x = x(table, plan("w", null));
        assertThat(x.numbers().mean()).isCloseTo(2, within(1e-12));
        assertThat(x.presentShare()).isCloseTo(0.5, within(1e-12));
        assertThat(x.missing()).isEqualTo(1);
        assertThat(x.numbers().median()).isEqualTo(1);
        FeatureStatistics c =
                DatasetStatistics.of(table, plan("w", null)).features().get("c");
        assertThat(c.texts().categories().counts()).containsEntry("a", 3.0).containsEntry("b", 5.0);
    }

    @Test
    void partsMergedAreTheWholeWhateverTheParts() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 10; run++) {
            MemoryTable whole = new MemoryTable("whole", COLUMNS);
            MemoryTable[] parts = new MemoryTable[3];
            Arrays.setAll(parts, i -> new MemoryTable("part", COLUMNS));
            for (int i = 0; i < 2_000; i++) {
                Object[] row = {
                    random.nextInt(5) == 0 ? null : (double) Math.round(random.nextDouble() * 1e4),
                    "c" + random.nextInt(9),
                    random.nextDouble(0.5, 2),
                    "u" + random.nextInt(50)
                };
                whole.add(row);
                parts[random.nextInt(3)].add(row);
            }
            StatisticsPlan plan = plan("w", "user");
            DatasetStatistics expected = DatasetStatistics.of(whole, plan);
            DatasetStatistics merged = new DatasetStatistics("merged");
            for (MemoryTable part : parts) {
                merged.merge(DatasetStatistics.of(part, plan), StatisticsOptions.DEFAULT);
            }
            FeatureStatistics a = expected.features().get("x");
            FeatureStatistics b = merged.features().get("x");
            assertThat(b.rows()).isEqualTo(a.rows());
            assertThat(b.missing()).isEqualTo(a.missing());
            assertThat(b.numbers().mean()).isCloseTo(a.numbers().mean(), within(1e-9));
            assertThat(b.numbers().deviation()).isCloseTo(a.numbers().deviation(), within(1e-9));
            assertThat(b.numbers().median()).isEqualTo(a.numbers().median());
            assertThat(b.unique()).isEqualTo(a.unique());
            assertThat(b.effectiveValues()).isCloseTo(a.effectiveValues(), within(1e-6));
            assertThat(DistributionDistance.jensenShannon(
                            a.numbers().standardHistogram(), b.numbers().standardHistogram()))
                    .isCloseTo(0, within(1e-12));
            assertThat(merged.slices()).containsOnlyKeys(expected.slices().keySet());
            assertThat(merged.slices().get("c=c3").rows())
                    .isEqualTo(expected.slices().get("c=c3").rows());
        }
    }

    @Test
    void largeColumnsBecomeSketchesOfSmallError() {
        StatisticsOptions small = new StatisticsOptions(5_000, 5_000, 100, 10);
        SplittableRandom random = new SplittableRandom(3);
        MemoryTable table = new MemoryTable("large", COLUMNS);
        for (int i = 0; i < 60_000; i++) {
            table.add(random.nextDouble(), "c" + (i % 3 == 0 ? 0 : random.nextInt(500)), 1.0, "u");
        }
        DatasetStatistics exact = DatasetStatistics.of(table, StatisticsPlan.PLAIN);
        DatasetStatistics sketched =
                DatasetStatistics.of(table, new StatisticsPlan(null, null, List.of(), Set.of(), Set.of(), small));
        NumberStatistics x = sketched.features().get("x").numbers();
        assertThat(x.exact()).isFalse();
        assertThat(x.median()).isCloseTo(0.5, within(0.02));
        assertThat((double) x.unique()).isCloseTo(60_000, within(6_000.0));
        assertThat(DistributionDistance.jensenShannon(
                        x.standardHistogram(),
                        exact.features().get("x").numbers().standardHistogram()))
                .isLessThan(0.001);
        TextStatistics c = sketched.features().get("c").texts();
        assertThat(c.exact()).isFalse();
        assertThat(c.ranked().get(0).getKey()).isEqualTo("c0");
        assertThat(c.ranked().get(0).getValue()).isCloseTo(20_080, within(500.0));
        assertThat((double) c.unique()).isCloseTo(500, within(50.0));
    }

    @Test
    void statisticsSurviveTheirFile() throws IOException {
        MemoryTable table = numbers(1, 2, 3, Double.NaN);
        DatasetStatistics statistics = DatasetStatistics.of(table, plan(null, "user"));
        Path file = directory.resolve("deep/day.stats");
        StatisticsFile.write(statistics, file);
        DatasetStatistics read = StatisticsFile.read(file, StatisticsOptions.DEFAULT);
        assertThat(read.name()).isEqualTo("t");
        assertThat(read.rows()).isEqualTo(4);
        assertThat(read.features().get("x").numbers().mean()).isEqualTo(2);
        assertThat(read.slices()).containsOnlyKeys("c=a");
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        StatisticsFile.write(read, again);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        StatisticsFile.write(statistics, first);
        assertThat(again.toByteArray()).isEqualTo(first.toByteArray());
    }

    @Test
    void sketchedStatisticsSurviveTheirFileToo() throws IOException {
        StatisticsOptions small = new StatisticsOptions(300, 300, 5, 10);
        MemoryTable table = new MemoryTable("t", COLUMNS);
        for (int i = 0; i < 3_000; i++) {
            table.add((double) i, "c" + i % 50, 1.0, "u" + i);
        }
        DatasetStatistics statistics =
                DatasetStatistics.of(table, new StatisticsPlan(null, "user", List.of(), Set.of(), Set.of(), small));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StatisticsFile.write(statistics, bytes);
        DatasetStatistics read = StatisticsFile.read(new ByteArrayInputStream(bytes.toByteArray()), small);
        assertThat(read.features().get("x").numbers().median())
                .isEqualTo(statistics.features().get("x").numbers().median());
        assertThat(read.features().get("c").unique())
                .isEqualTo(statistics.features().get("c").unique());
    }

    @Test
    void aDamagedFileIsToldByItsName() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.stats"), "no statistics");
        assertThatThrownBy(() -> StatisticsFile.read(file, StatisticsOptions.DEFAULT))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("bad.stats");
    }

    @Test
    void rowsOfOneListenerThatAreAlikeCountAsOne() {
        SplittableRandom random = new SplittableRandom(11);
        MemoryTable alike = new MemoryTable("alike", COLUMNS);
        MemoryTable apart = new MemoryTable("apart", COLUMNS);
        for (int user = 0; user < 400; user++) {
            double taste = random.nextDouble();
            for (int i = 0; i < 25; i++) {
                alike.add(taste, "c", 1.0, "u" + user);
                apart.add(random.nextDouble(), "c", 1.0, "u" + user);
            }
        }
        assertThat(x(alike, plan(null, "user")).effectiveValues()).isBetween(200.0, 1_000.0);
        assertThat(x(apart, plan(null, "user")).effectiveValues()).isBetween(5_000.0, 10_000.0);
    }

    @Test
    void slicesOfTwoColumnsAreCrossedAndManyAreCountedTogether() {
        MemoryTable table = new MemoryTable("t", COLUMNS);
        for (int i = 0; i < 40; i++) {
            table.add(1.0, i % 2 == 0 ? "a" : null, 1.0, "u" + i);
        }
        StatisticsPlan plan = new StatisticsPlan(
                null,
                null,
                List.of(SliceSpec.parse("c x w"), SliceSpec.parse("user"), SliceSpec.parse("absent")),
                Set.of(),
                Set.of(),
                new StatisticsOptions(100, 100, 100, 10));
        DatasetStatistics statistics = DatasetStatistics.of(table, plan);
        assertThat(statistics.slices().get("c=a, w=1").rows()).isEqualTo(20);
        assertThat(statistics.slices().get("c=__MISSING__, w=1").rows()).isEqualTo(20);
        assertThat(statistics.slices().get("user=__OTHER__").rows()).isEqualTo(30);
        assertThat(statistics.cutOf("c=a, w=1")).isEqualTo("c x w");
    }

    @Test
    void wholeNumbersMayNameCategories() {
        MemoryTable table = new MemoryTable("t", List.of(new TableColumn("hour", ValueType.INT)));
        table.add(7).add(7).add(23);
        FeatureStatistics hour = DatasetStatistics.of(
                        table,
                        new StatisticsPlan(null, null, List.of(), Set.of(), Set.of("hour"), StatisticsOptions.DEFAULT))
                .features()
                .get("hour");
        assertThat(hour.categorical()).isTrue();
        assertThat(hour.texts().categories().counts()).containsEntry("7", 2.0).containsEntry("23", 1.0);
        assertThat(hour.numbers().max()).isEqualTo(23);
    }

    private static MemoryTable numbers(double... values) {
        MemoryTable table = new MemoryTable("t", COLUMNS);
        for (int i = 0; i < values.length; i++) {
            table.add(values[i], "a", 1.0, "u" + i);
        }
        return table;
    }

    private static FeatureStatistics x(MemoryTable table, StatisticsPlan plan) {
        return DatasetStatistics.of(table, plan).feature("x").orElseThrow();
    }

    private static StatisticsPlan plan(String weight, String listener) {
        return new StatisticsPlan(
                weight, listener, List.of(SliceSpec.parse("c")), Set.of("user"), Set.of(), StatisticsOptions.DEFAULT);
    }
}
