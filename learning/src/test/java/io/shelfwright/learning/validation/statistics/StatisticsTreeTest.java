package io.shelfwright.learning.validation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.learning.validation.table.MemoryTable;
import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.testkit.RandomCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StatisticsTreeTest {
    private static final StatisticsOptions OPTIONS = new StatisticsOptions(1000, 1000, 100, 4);
    private static final List<TableColumn> COLUMNS =
            List.of(TableColumn.number("x"), TableColumn.text("c"), TableColumn.number("w"), TableColumn.text("user"));
    private static final StatisticsPlan PLAN =
            new StatisticsPlan("w", "user", List.of(SliceSpec.parse("c")), Set.of(), Set.of(), OPTIONS);

    @Test
    void partsGiveTheSameBytesInWhateverOrderAndGroupsTheyCome() {
        RandomCases.run(20, (seed, random) -> {
            int parts = 1 + random.nextInt(9);
            List<MemoryTable> tables = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                tables.add(table(random, random.nextInt(40)));
            }
            StatisticsTree inOrder = new StatisticsTree(OPTIONS);
            List<Integer> order = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                inOrder.add(part, statistics(tables.get(part)));
                order.add(part);
            }
            Collections.shuffle(order, new Random(seed));
            List<StatisticsTree> groups =
                    List.of(new StatisticsTree(OPTIONS), new StatisticsTree(OPTIONS), new StatisticsTree(OPTIONS));
            for (int part : order) {
                groups.get(random.nextInt(3)).add(part, statistics(tables.get(part)));
            }
            StatisticsTree merged = groups.get(2);
            for (int group = 0; group < 2; group++) {
                merged.merge(StatisticsTree.read(groups.get(group).bytes(), OPTIONS));
            }

            assertThat(merged.bytes()).isEqualTo(inOrder.bytes());
            DatasetStatistics whole = merged.whole().orElseThrow();
            assertThat(bytes(whole)).isEqualTo(bytes(inOrder.whole().orElseThrow()));
            assertIsThatOfOneReading(whole, tables);
        });
    }

    /** Beside the order of sums, and which slices are told apart where they are too many. */
    private static void assertIsThatOfOneReading(DatasetStatistics whole, List<MemoryTable> tables) {
        StatisticsCollector collector = new StatisticsCollector("t", COLUMNS, PLAN);
        tables.forEach(table -> table.read(collector::add));
        DatasetStatistics once = collector.statistics();
        assertThat(whole.rows()).isEqualTo(once.rows());
        assertThat(whole.weight()).isCloseTo(once.weight(), within(1e-9));
        for (FeatureStatistics feature : once.features().values()) {
            FeatureStatistics merged = whole.feature(feature.name()).orElseThrow();
            assertThat(merged.missing()).isEqualTo(feature.missing());
            assertThat(merged.unique()).isEqualTo(feature.unique());
            assertThat(merged.effectiveValues()).isCloseTo(feature.effectiveValues(), within(1e-6));
            if (feature.numbers().finite() > 0) {
                assertThat(merged.numbers().mean()).isCloseTo(feature.numbers().mean(), within(1e-9));
                assertThat(merged.numbers().median())
                        .isEqualTo(feature.numbers().median());
            }
        }
        assertThat(whole.slices().values().stream()
                        .mapToLong(DatasetStatistics::rows)
                        .sum())
                .isEqualTo(once.rows());
        assertThat(whole.slices()).hasSizeLessThanOrEqualTo(OPTIONS.maxSlices() + 1);
    }

    @Test
    void aPartComesOnce() {
        StatisticsTree tree = new StatisticsTree(OPTIONS).add(3, new DatasetStatistics("t"));

        assertThatThrownBy(() -> tree.add(3, new DatasetStatistics("t"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> tree.add(-1, new DatasetStatistics("t"))).hasMessageContaining("from 0");
        assertThat(new StatisticsTree(OPTIONS).whole()).isEmpty();
    }

    private static byte[] bytes(DatasetStatistics statistics) {
        return new StatisticsTree(OPTIONS).add(0, statistics).bytes();
    }

    private static DatasetStatistics statistics(MemoryTable table) {
        return DatasetStatistics.of(table, PLAN);
    }

    private static MemoryTable table(RandomGenerator random, int rows) {
        MemoryTable table = new MemoryTable("t", COLUMNS);
        for (int row = 0; row < rows; row++) {
            table.add(
                    random.nextInt(10) == 0 ? null : random.nextInt(5) == 0 ? random.nextInt(3) : random.nextGaussian(),
                    random.nextInt(10) == 0 ? null : "c" + random.nextInt(8),
                    random.nextDouble(),
                    "user-" + random.nextInt(30));
        }
        return table;
    }
}
