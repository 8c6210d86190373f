package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.MarketCharts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketChartsTest {

    @Test
    void aChartIsSortedByPopularityInTheMarketThenById() {
        RandomCases.run(20, (seed, random) -> {
            Catalog catalog = SeededWorld.of(seed, 300, 1).catalog();
            MarketCharts charts = new MarketCharts(catalog, catalog.kinds());
            for (String market : List.of("SE", "US", "", "ZZ", "SE")) {
                for (ItemKind kind : catalog.kinds()) {
                    int[] expected = catalog.itemsOfKind(kind).stream()
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer item) ->
                                            -catalog.statistics().popularity(market, item))
                                    .thenComparing(item -> catalog.item(item).id()))
                            .mapToInt(Integer::intValue)
                            .toArray();
                    assertThat(charts.items(kind, market)).isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void anyNumberOfMarketsMayBeAskedFor() {
        Catalog catalog = TestCatalog.builder()
                .album("a", "x")
                .album("b", "x")
                .plays("b", 1)
                .build();
        MarketCharts charts = new MarketCharts(catalog, List.of(ItemKind.ALBUM));
        for (int market = 0; market < 2000; market++) {
            int[] chart = charts.items(ItemKind.ALBUM, "market-" + market);
            assertThat(Arrays.stream(chart).mapToObj(item -> catalog.item(item).id()))
                    .containsExactly("b", "a");
        }
        assertThat(charts.items(ItemKind.PLAYLIST, "SE")).isEmpty();
    }
}
