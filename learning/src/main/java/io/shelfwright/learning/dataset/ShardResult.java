package io.shelfwright.learning.dataset;

import io.shelfwright.learning.dataset.DatasetManifest.ShardEntry;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A written shard.
 *
 * @param number of the shard
 * @param file its name
 * @param bytes of it
 * @param sha256 of its bytes
 * @param first time of its first page, null where it has none
 * @param last time of its last page, null where it has none
 * @param tally rows, pages, users, explored rows and positives, and where everything else went
 */
public record ShardResult(
        int number,
        String file,
        long bytes,
        String sha256,
        @org.jspecify.annotations.Nullable Instant first,
        @org.jspecify.annotations.Nullable Instant last,
        Tally tally)
        implements Serializable {
    static final String ROWS = "rows";
    static final String PAGES = "pagesWithRows";
    static final String USERS = "users";
    static final String EXPLORED = "exploredRows";
    static final String POSITIVES = "positives/";

    ShardEntry entry() {
        return new ShardEntry(file, tally.get(ROWS), bytes, sha256);
    }

    static Instant first(List<ShardResult> shards) {
        return shards.stream()
                .map(ShardResult::first)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Instant last(List<ShardResult> shards) {
        return shards.stream()
                .map(ShardResult::last)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static TreeMap<String, Long> positives(Tally all, List<String> objectives) {
        TreeMap<String, Long> positives = new TreeMap<>();
        objectives.forEach(objective -> positives.put(objective, all.get(POSITIVES + objective)));
        return positives;
    }
}
