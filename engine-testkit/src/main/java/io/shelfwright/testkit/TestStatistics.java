package io.shelfwright.testkit;

import io.shelfwright.api.Item;
import io.shelfwright.spi.ItemStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Statistics counted from what a test stated of each item. */
final class TestStatistics implements ItemStatistics {
    private static final double PRIOR_VIEWS = 40;
    private static final double PRIOR_MEAN_WITHOUT_VIEWS = 0.05;

    private final ItemUse[] uses;
    private final double[] popularity;
    private final Map<String, double[]> marketPopularity = new HashMap<>();
    private final double[] expectedEngagement;

    TestStatistics(List<Item> items, ItemUse[] uses) {
        this.uses = uses;
        Map<String, List<Integer>> byKind = new TreeMap<>();
        TreeSet<String> markets = new TreeSet<>();
        for (int i = 0; i < items.size(); i++) {
            byKind.computeIfAbsent(items.get(i).kind().name(), kind -> new ArrayList<>())
                    .add(i);
            markets.addAll(uses[i].marketPlays.keySet());
        }
        popularity = ranks(byKind, i -> uses[i].plays);
        for (String market : markets) {
            marketPopularity.put(market, ranks(byKind, i -> uses[i].marketPlays.getOrDefault(market, 0.0)));
        }
        expectedEngagement = means(byKind);
    }

    /** Items that are played alike share the mean of their ranks; the only item of a kind has rank 1. */
    private double[] ranks(Map<String, List<Integer>> byKind, ToDoubleFunction<Integer> plays) {
        double[] ranks = new double[uses.length];
        for (List<Integer> kind : byKind.values()) {
            List<Integer> ascending = new ArrayList<>(kind);
            ascending.sort(Comparator.comparingDouble(plays));
            for (int from = 0, to; from < ascending.size(); from = to) {
                double value = plays.applyAsDouble(ascending.get(from));
                for (to = from; to < ascending.size() && plays.applyAsDouble(ascending.get(to)) == value; ) {
                    to++;
                }
                double rank = ascending.size() == 1 ? 1 : (from + to - 1) / 2.0 / (ascending.size() - 1);
                for (int i = from; i < to; i++) {
                    ranks[ascending.get(i)] = rank;
                }
            }
        }
        return ranks;
    }

    private double[] means(Map<String, List<Integer>> byKind) {
        double[] means = new double[uses.length];
        for (List<Integer> kind : byKind.values()) {
            double views = 0;
            double engagements = 0;
            for (int i : kind) {
                views += uses[i].views;
                engagements += uses[i].engagements;
            }
            double prior = views > 0 ? engagements / views : PRIOR_MEAN_WITHOUT_VIEWS;
            for (int i : kind) {
                means[i] = (uses[i].engagements + PRIOR_VIEWS * prior) / (uses[i].views + PRIOR_VIEWS);
            }
        }
        return means;
    }

    @Override
    public double plays(int item) {
        return uses[item].plays;
    }

    @Override
    public int listeners(int item) {
        return uses[item].listenersOrDerived();
    }

    @Override
    public double recentPlays(int item) {
        return uses[item].recentPlaysOrDerived();
    }

    @Override
    public double views(int item) {
        return uses[item].views;
    }

    @Override
    public double engagements(int item) {
        return uses[item].engagements;
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
        return marketPopularity.getOrDefault(market, popularity)[item];
    }

    @Override
    public double expectedEngagement(int item) {
        return expectedEngagement[item];
    }
}
