package io.shelfwright.learning.validation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each value of a categorical feature occurs; missing values are not in it.
 *
 * @param counts by value, none negative, in the order of the values
 */
public record CategoryCounts(SortedMap<String, Double> counts) {
    public CategoryCounts {
        counts.forEach((value, count) -> {
            if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the count of \"" + value + "\" is " + count + "; allowed is a finite number from 0");
            }
        });
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Returns counts of these values. */
    public static CategoryCounts of(Map<String, ? extends Number> counts) {
        TreeMap<String, Double> sorted = new TreeMap<>();
        counts.forEach((value, count) -> sorted.put(value, count.doubleValue()));
        return new CategoryCounts(sorted);
    }

    /** Returns the sum of all counts. */
    public double total() {
        double total = 0;
        for (double count : counts.values()) {
            total += count;
        }
        return total;
    }

    double count(String value) {
        return counts.getOrDefault(value, 0.0);
    }
}
