package io.shelfwright.testkit;

import java.util.HashMap;
import java.util.Map;

/** Counts of one item of a test catalog; NaN or -1 where a test did not say. */
final class ItemUse {
    double plays;
    int listeners = -1;
    double recentPlays = Double.NaN;
    double views;
    double engagements;
    final Map<String, Double> marketPlays = new HashMap<>();
    final Map<String, Double> neighbours = new HashMap<>();

    int listenersOrDerived() {
        return listeners >= 0 ? listeners : plays > 0 ? 1 : 0;
    }

    double recentPlaysOrDerived() {
        return Double.isNaN(recentPlays) ? plays : recentPlays;
    }
}
