package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FilterRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Collects what a filter rule drops; not thread-safe. */
public final class TestDrops implements FilterRule.Drops {
    private final CandidateBatch batch;
    private final Map<Integer, String> dropped = new LinkedHashMap<>();

    private TestDrops(CandidateBatch batch) {
        this.batch = batch;
    }

    /** Returns what a rule drops from a batch. */
    public static TestDrops of(FilterRule rule, CandidateBatch batch) {
        TestDrops drops = new TestDrops(batch);
        rule.filter(batch, drops);
        return drops;
    }

    /**
     * Drops a candidate; the first reason stays.
     *
     * @throws IllegalArgumentException if there is no such candidate or the reason is blank
     */
    @Override
    public void drop(int candidate, String reason) {
        if (candidate < 0 || candidate >= batch.size() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "drop of candidate " + candidate + " of " + batch.size() + " because '" + reason + "'");
        }
        dropped.putIfAbsent(candidate, reason);
    }

    public boolean isDropped(int candidate) {
        return dropped.containsKey(candidate);
    }

    /** Returns why a candidate was dropped, empty where it was not. */
    public String reason(int candidate) {
        return dropped.getOrDefault(candidate, "");
    }

    /** Returns the ids of the dropped items by candidate number. */
    public List<String> itemIds() {
        return dropped.keySet().stream()
                .sorted()
                .map(candidate -> batch.item(candidate).id())
                .toList();
    }

    /** Returns the ids of the items that stay, by candidate number. */
    public List<String> keptItemIds() {
        return IntStream.range(0, batch.size())
                .filter(candidate -> !isDropped(candidate))
                .mapToObj(candidate -> batch.item(candidate).id())
                .toList();
    }
}
