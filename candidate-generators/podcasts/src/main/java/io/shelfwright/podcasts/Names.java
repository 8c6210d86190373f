package io.shelfwright.podcasts;

import java.util.HashMap;
import java.util.Map;

/** Numbers names from 0 in the order in which they come; the empty name has none. */
final class Names {
    static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    int add(String name) {
        return name.isEmpty() ? NONE : numbers.computeIfAbsent(name, key -> numbers.size());
    }

    int of(String name) {
        return numbers.getOrDefault(name, NONE);
    }

    int size() {
        return numbers.size();
    }

    Map<String, Integer> numbers() {
        return numbers;
    }
}
