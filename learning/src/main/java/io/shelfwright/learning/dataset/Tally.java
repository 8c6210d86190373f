package io.shelfwright.learning.dataset;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name that add up over users, threads and machines; not thread-safe. */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, Long> counts = new TreeMap<>();

    /** Adds to a count. */
    public void add(String name, long number) {
        if (number != 0) {
            counts.merge(name, number, Long::sum);
        }
    }

    /** Adds all counts of another tally. */
    public void addAll(Tally other) {
        other.counts.forEach(this::add);
    }

    /** Returns a count, 0 where nothing was added. */
    public long get(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Returns the counts that are not 0, by name. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
