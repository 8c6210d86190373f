package io.shelfwright.sample.data.spotify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Counts words or ids, and gives them back by descending count, then in ascending order. */
final class Tally {
    private final TreeMap<String, Integer> counts = new TreeMap<>();

    void add(String key) {
        counts.merge(key, 1, Integer::sum);
    }

    List<String> ranked() {
        List<String> keys = new ArrayList<>(counts.keySet());
        keys.sort(Comparator.comparingInt((String key) -> -counts.getOrDefault(key, 0))
                .thenComparing(Comparator.naturalOrder()));
        return keys;
    }

    List<String> ranked(int most) {
        List<String> keys = ranked();
        return List.copyOf(keys.subList(0, Math.min(most, keys.size())));
    }
}
