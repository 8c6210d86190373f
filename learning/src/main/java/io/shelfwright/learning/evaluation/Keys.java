package io.shelfwright.learning.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strings as small numbers, given out in the order in which they first come. */
final class Keys {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new java.util.ArrayList<>();

    int number(String name) {
        Integer known = numbers.putIfAbsent(name, names.size());
        if (known != null) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Returns a number of 64 well-mixed bits (FNV-1a, then the mixing function of SplitMix64, Steele et al. 2014). */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
