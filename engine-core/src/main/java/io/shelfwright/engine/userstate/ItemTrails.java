package io.shelfwright.engine.userstate;

import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.SkippedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a user did with every item; changed by one fold, then only read. */
final class ItemTrails {
    private static final Comparator<ItemHistory> LATEST_FIRST = Comparator.<ItemHistory, @Nullable Instant>comparing(
                    ItemHistory::lastPlayed, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(ItemHistory::itemId);

    /** With more items than this changed, sorting anew costs no more than merging. */
    private static final int MOST_CHANGED = 64;

    private PersistentMap<ItemTrail> trails;
    private PersistentMap<ItemTrail> skipped;
    private @Nullable List<ItemHistory> sortedBefore;
    private Set<String> changedSince = new HashSet<>();
    private @Nullable List<ItemHistory> sorted;

    ItemTrails() {
        this(PersistentMap.empty(), PersistentMap.empty(), List.of());
    }

    private ItemTrails(
            PersistentMap<ItemTrail> trails,
            PersistentMap<ItemTrail> skipped,
            @Nullable List<ItemHistory> sortedBefore) {
        this.trails = trails;
        this.skipped = skipped;
        this.sortedBefore = sortedBefore;
    }

    ItemTrails copy() {
        List<ItemHistory> known = sorted;
        if (known != null) {
            return new ItemTrails(trails, skipped, known);
        }
        ItemTrails copy = new ItemTrails(trails, skipped, sortedBefore);
        copy.changedSince.addAll(changedSince);
        return copy;
    }

    @Nullable
    ItemTrail get(String itemId) {
        return trails.get(itemId);
    }

    ItemTrail of(String itemId) {
        ItemTrail trail = trails.get(itemId);
        return trail == null ? ItemTrail.untouched(itemId) : trail;
    }

    void put(ItemTrail trail, Object owner) {
        String itemId = trail.history().itemId();
        trails = trails.put(itemId, trail, owner);
        if (trail.lastSkip() != null) {
            skipped = skipped.put(itemId, trail, owner);
        }
        if (sortedBefore != null) {
            changedSince.add(itemId);
            if (changedSince.size() > MOST_CHANGED) {
                sortedBefore = null;
                changedSince = new HashSet<>();
            }
        }
    }

    /** Returns the histories, those played most recently first; what an earlier version sorted is not sorted again. */
    List<ItemHistory> latestFirst() {
        List<ItemHistory> known = sorted;
        if (known == null) {
            List<ItemHistory> before = sortedBefore;
            known = before == null ? sortedAnew() : merged(before);
            // Two threads may both come here: they find the same list, and either may stay.
            sorted = known;
        }
        return known;
    }

    /** Returns items with skips since the last positive reaction, by item id. */
    List<SkippedItem> skipped() {
        List<SkippedItem> found = new ArrayList<>();
        skipped.forEach((id, trail) -> {
            Instant last = trail.lastSkip();
            if (last != null && trail.skipsSince() > 0) {
                found.add(new SkippedItem(id, trail.skipsSince(), last));
            }
        });
        found.sort(Comparator.comparing(SkippedItem::itemId));
        return found;
    }

    private List<ItemHistory> sortedAnew() {
        List<ItemHistory> all = new ArrayList<>(trails.size());
        trails.forEach((id, trail) -> all.add(trail.history()));
        all.sort(LATEST_FIRST);
        return List.copyOf(all);
    }

    private List<ItemHistory> merged(List<ItemHistory> before) {
        List<ItemHistory> changed = new ArrayList<>(changedSince.size());
        for (String itemId : changedSince) {
            changed.add(of(itemId).history());
        }
        changed.sort(LATEST_FIRST);
        List<ItemHistory> merged = new ArrayList<>(trails.size());
        int next = 0;
        for (ItemHistory history : before) {
            if (changedSince.contains(history.itemId())) {
                continue;
            }
            while (next < changed.size() && LATEST_FIRST.compare(changed.get(next), history) < 0) {
                merged.add(changed.get(next++));
            }
            merged.add(history);
        }
        merged.addAll(changed.subList(next, changed.size()));
        return List.copyOf(merged);
    }
}
