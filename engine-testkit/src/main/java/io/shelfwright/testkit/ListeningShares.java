package io.shelfwright.testkit;

import io.shelfwright.spi.Affinity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shares of listening by name, such as by artist. */
final class ListeningShares {
    private final Map<String, Double> weights = new HashMap<>();
    private double total;

    /** Divides one item's listening evenly among its names. */
    void add(double weight, List<String> names) {
        total += weight;
        Set<String> distinct = new LinkedHashSet<>(names);
        for (String name : distinct) {
            if (!name.isEmpty()) {
                weights.merge(name, weight / distinct.size(), Double::sum);
            }
        }
    }

    double share(String name) {
        Double weight = weights.get(name);
        return weight == null || total <= 0 ? 0 : weight / total;
    }

    List<Affinity> affinities() {
        List<Affinity> affinities = new ArrayList<>();
        for (String name : weights.keySet()) {
            if (share(name) > 0) {
                affinities.add(new Affinity(name, share(name)));
            }
        }
        affinities.sort(Comparator.comparingDouble(Affinity::share).reversed().thenComparing(Affinity::name));
        return List.copyOf(affinities);
    }
}
