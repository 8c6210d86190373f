package io.shelfwright.vectors.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers ids in the order in which they are sorted: as numbers where all of them are, else as text. */
final class Ids {
    private final List<String> sorted;
    private final Map<String, Integer> index = new HashMap<>();

    Ids(Iterable<String> ids, boolean numbers) {
        sorted = new ArrayList<>();
        ids.forEach(sorted::add);
        // Numbers have no leading zeros here, so the shorter is the smaller.
        sorted.sort(
                numbers
                        ? Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())
                        : Comparator.naturalOrder());
        for (int at = 0; at < sorted.size(); at++) {
            index.put(sorted.get(at), at);
        }
    }

    int of(String id) {
        Integer at = index.get(id);
        if (at == null) {
            throw new IllegalArgumentException("there is no id " + id);
        }
        return at;
    }

    int size() {
        return sorted.size();
    }

    List<String> sorted() {
        return sorted;
    }
}
