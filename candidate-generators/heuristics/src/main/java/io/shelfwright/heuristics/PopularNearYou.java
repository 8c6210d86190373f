package io.shelfwright.heuristics;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.MarketCharts;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.util.List;

/**
 * What is popular in the request's market, else in the market of the user's profile, else everywhere: the rank within kind
 * and market.
 */
final class PopularNearYou implements Strategy {
    private final ItemPool pool;
    private final List<ItemKind> kinds;
    private final MarketCharts charts;

    PopularNearYou(ItemPool pool) {
        this.pool = pool;
        kinds = pool.occurringKinds();
        charts = new MarketCharts(pool.catalog(), kinds);
    }

    @Override
    public List<Proposal> propose(RecallRequest request, ShelfSpec shelf) {
        String requested = request.context().market();
        String market = requested.isEmpty() ? request.user().profile().market() : requested;
        Shortlist best = new Shortlist(pool.catalog(), request, shelf);
        for (ItemKind kind : kinds) {
            if (shelf.accepts(kind)) {
                offer(kind, market, best);
            }
        }
        Evidence evidence = pool.catalog().statistics().knowsMarket(market)
                ? Evidence.of("popular-near-you", "Popular in " + market)
                : Evidence.of("popular-everywhere", "Popular with listeners everywhere");
        return best.proposals(item -> evidence);
    }

    private void offer(ItemKind kind, String market, Shortlist best) {
        ItemStatistics statistics = pool.catalog().statistics();
        for (int item : charts.items(kind, market)) {
            double popularity = statistics.popularity(market, item);
            if (best.isBeyond(item, popularity)) {
                return;
            }
            best.offer(item, popularity);
        }
    }
}
