package io.shelfwright.heuristics;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What everybody plays these days: {@code ln(1 + recent plays) + 0.01 ln(1 + plays) + 0.0001 popularity}.
 *
 * <p>Plays of all time, and then the popularity that the source states, decide where nothing was played lately.
 */
final class PopularNow implements Strategy {
    private static final double ALL_TIME = 0.01;
    private static final double STATED = 0.0001;
    private static final Evidence EVIDENCE = Evidence.of("popular-now", "Popular right now");

    private final ItemPool pool;
    private final Map<ItemKind, Chart> charts = new TreeMap<>();

    PopularNow(ItemPool pool) {
        this.pool = pool;
        ItemStatistics statistics = pool.catalog().statistics();
        for (ItemKind kind : pool.occurringKinds()) {
            charts.put(
                    kind,
                    new Chart(
                            pool.catalog(),
                            kind,
                            item -> Math.log1p(statistics.recentPlays(item))
                                    + ALL_TIME * Math.log1p(statistics.plays(item))
                                    + STATED * statistics.popularity(item)));
        }
    }

    @Override
    public List<Proposal> propose(RecallRequest request, ShelfSpec shelf) {
        Shortlist best = new Shortlist(pool.catalog(), request, shelf);
        for (Map.Entry<ItemKind, Chart> entry : charts.entrySet()) {
            if (shelf.accepts(entry.getKey())) {
                offer(entry.getValue(), best);
            }
        }
        return best.proposals(item -> EVIDENCE);
    }

    private static void offer(Chart chart, Shortlist best) {
        for (int rank = 0; rank < chart.size(); rank++) {
            if (best.isBeyond(chart.item(rank), chart.score(rank))) {
                return;
            }
            best.offer(chart.item(rank), chart.score(rank));
        }
    }
}
