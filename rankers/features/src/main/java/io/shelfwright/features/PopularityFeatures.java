package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.ItemStatistics;
import java.util.List;
import java.util.stream.Stream;

/** How everyone uses the item. */
final class PopularityFeatures implements FeatureFamily {
    /** Those that are computed once for a snapshot. */
    static final List<FeatureDeclaration> SNAPSHOT = List.of(
            of("popularity.rank", "Popularity rank within the kind, 1 is the most popular.", "rank share", 0, 1),
            of("popularity.plays_log", "How often it was played.", "ln(1 + plays)", 0, 24),
            of("popularity.listeners_log", "How many users played it.", "ln(1 + users)", 0, 22),
            of(
                    "popularity.plays_per_listener_log",
                    "Plays for each user who played it; missing without any.",
                    "ln(1 + plays)",
                    0,
                    14),
            of(
                    "popularity.recent_share",
                    "Share of its plays that count as recent, by a half-life of 7 days; missing without plays.",
                    "share",
                    0,
                    1),
            of("popularity.base", "Popularity as the source states it; missing where it does not.", "share", 0, 1),
            of("popularity.views_log", "How often a card of it was examined.", "ln(1 + views)", 0, 24),
            of(
                    "popularity.expected_engagement",
                    "Engagements for each view, as an empirical-Bayes mean.",
                    "probability",
                    0,
                    1));

    private static final List<FeatureDeclaration> FEATURES = Stream.concat(
                    SNAPSHOT.stream(),
                    Stream.of(of(
                            "popularity.market_rank",
                            "Popularity rank within the kind in the market of the request.",
                            "rank share",
                            0,
                            1)))
            .toList();

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        int item = request.candidates().itemIndex(candidate);
        request.snapshot().putPopularityValues(item, row);
        String market = request.candidates().context().market();
        row.put(request.snapshot().catalog().statistics().popularity(market, item));
    }

    /** Writes an item's values in the order of {@link #SNAPSHOT}. */
    static void describe(Catalog catalog, int item, float[] values, int from) {
        ItemStatistics statistics = catalog.statistics();
        double plays = statistics.plays(item);
        int listeners = statistics.listeners(item);
        values[from] = (float) statistics.popularity(item);
        values[from + 1] = (float) Math.log1p(plays);
        values[from + 2] = (float) Math.log1p(listeners);
        values[from + 3] = listeners > 0 ? (float) Math.log1p(plays / listeners) : Float.NaN;
        values[from + 4] = plays > 0 ? (float) (statistics.recentPlays(item) / plays) : Float.NaN;
        values[from + 5] = (float) catalog.item(item).basePopularity();
        values[from + 6] = (float) Math.log1p(statistics.views(item));
        values[from + 7] = (float) statistics.expectedEngagement(item);
    }
}
