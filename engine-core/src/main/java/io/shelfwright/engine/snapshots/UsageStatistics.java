package io.shelfwright.engine.snapshots;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.ItemStatistics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Statistics over the columns of a snapshot; immutable. */
final class UsageStatistics implements ItemStatistics {
    private static final double PRIOR_VIEWS = 40;
    private static final double PRIOR_ENGAGEMENT = 0.05;
    private static final double MARKET_PRIOR_PLAYS = 500;
    private static final int POPULARITY_BANDS = 10;

    private final CatalogData.Usage usage;
    private final float[] popularity;
    private final Map<String, float[]> marketPopularity = new HashMap<>();
    private final float[] expectedEngagement;
    private MarketRanks lastMarket;

    UsageStatistics(CatalogData data, Map<ItemKind, int[]> byKind) {
        usage = data.usage();
        popularity = new float[data.items().size()];
        byKind.values().forEach(order -> rank(order, popularity));
        usage.marketPlays().forEach((market, plays) -> {
            float[] ranks = new float[popularity.length];
            byKind.values().forEach(order -> rank(orderInMarket(order, plays), ranks));
            marketPopularity.put(market, ranks);
        });
        lastMarket = new MarketRanks("", marketPopularity.getOrDefault("", popularity));
        expectedEngagement = new float[popularity.length];
        byKind.values().forEach(this::expectEngagement);
    }

    /** Returns all items by plays, then stated popularity, then id. */
    static int[] mostPopularFirst(CatalogData data) {
        float[] plays = data.usage().plays();
        Integer[] order = new Integer[plays.length];
        double[] stated = new double[plays.length];
        for (int item = 0; item < order.length; item++) {
            order[item] = item;
            stated[item] = base(data, item);
        }
        Arrays.sort(order, (a, b) -> {
            int byPlays = Float.compare(plays[b], plays[a]);
            if (byPlays != 0) {
                return byPlays;
            }
            int byBase = Double.compare(stated[b], stated[a]);
            return byBase != 0 ? byBase : Integer.compare(a, b);
        });
        return unboxed(order);
    }

    private static int[] unboxed(Integer[] order) {
        int[] items = new int[order.length];
        for (int place = 0; place < items.length; place++) {
            items[place] = order[place];
        }
        return items;
    }

    private static double base(CatalogData data, int item) {
        double base = data.items().get(item).basePopularity();
        return Double.isNaN(base) ? -1 : base;
    }

    private static void rank(int[] order, float[] ranks) {
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = order.length == 1 ? 1f : 1f - place / (float) (order.length - 1);
        }
    }

    /** Orders by plays in a market, shrunk to the global share of plays so that a small market is not all noise. */
    private int[] orderInMarket(int[] order, float[] plays) {
        double total = 1e-9;
        for (int item : order) {
            total += usage.plays()[item];
        }
        double[] scores = new double[order.length];
        Integer[] places = new Integer[order.length];
        for (int place = 0; place < places.length; place++) {
            places[place] = place;
            scores[place] = score(order[place], plays, total);
        }
        Arrays.sort(places, (a, b) -> {
            int byScore = Double.compare(scores[b], scores[a]);
            return byScore != 0 ? byScore : Integer.compare(a, b);
        });
        int[] sorted = new int[order.length];
        for (int place = 0; place < sorted.length; place++) {
            sorted[place] = order[places[place]];
        }
        return sorted;
    }

    private double score(int item, float[] marketPlays, double allPlays) {
        return marketPlays[item] + MARKET_PRIOR_PLAYS * usage.plays()[item] / allPlays;
    }

    private void expectEngagement(int[] order) {
        double kindViews = 0;
        double kindEngagements = 0;
        for (int item : order) {
            kindViews += usage.views()[item];
            kindEngagements += usage.engagements()[item];
        }
        double kindMean = (kindEngagements + PRIOR_VIEWS * PRIOR_ENGAGEMENT) / (kindViews + PRIOR_VIEWS);
        for (int band = 0; band < POPULARITY_BANDS; band++) {
            int from = order.length * band / POPULARITY_BANDS;
            int to = order.length * (band + 1) / POPULARITY_BANDS;
            double views = 0;
            double engagements = 0;
            for (int place = from; place < to; place++) {
                views += usage.views()[order[place]];
                engagements += usage.engagements()[order[place]];
            }
            double mean = (engagements + PRIOR_VIEWS * kindMean) / (views + PRIOR_VIEWS);
            for (int place = from; place < to; place++) {
                int item = order[place];
                expectedEngagement[item] = (float)
                        ((usage.engagements()[item] + PRIOR_VIEWS * mean) / (usage.views()[item] + PRIOR_VIEWS));
            }
        }
    }

    @Override
    public double plays(int item) {
        return usage.plays()[item];
    }

    @Override
    public int listeners(int item) {
        return usage.listeners()[item];
    }

    @Override
    public double recentPlays(int item) {
        return usage.recentPlays()[item];
    }

    @Override
    public double views(int item) {
        return usage.views()[item];
    }

    @Override
    public double engagements(int item) {
        return usage.engagements()[item];
    }

    @Override
    public double popularity(int item) {
        return popularity[item];
    }

    @Override
    public boolean knowsMarket(String market) {
        return marketPopularity.containsKey(market);
    }

    @Override
    public double popularity(String market, int item) {
        return ranksIn(market)[item];
    }

    /** A request asks for many items of one market. Two threads may both replace what is remembered; either may stay. */
    private float[] ranksIn(String market) {
        MarketRanks known = lastMarket;
        if (!known.market.equals(market)) {
            known = new MarketRanks(market, marketPopularity.getOrDefault(market, popularity));
            lastMarket = known;
        }
        return known.ranks;
    }

    @SuppressWarnings("ArrayRecordComponent") // a column, compared by nobody
    private record MarketRanks(String market, float[] ranks) {}

    @Override
    public double expectedEngagement(int item) {
        return expectedEngagement[item];
    }
}
