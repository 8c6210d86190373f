package io.shelfwright.engine.canary;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.api.TargetType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages that were served lately, by which arm, and which of their cards nobody has wanted yet; its owner guards it. */
final class RecentPages {
    private static final int MOST = 20_000;

    private final Map<Key, Served> pages = new LinkedHashMap<>();

    private record Key(String userId, String requestId) {}

    /**
     * A page.
     *
     * @param byCandidate whether the candidate built it
     * @param items of its cards
     * @param unwanted items of its cards without a positive interaction so far
     */
    record Served(boolean byCandidate, Set<String> items, Set<String> unwanted) {}

    void add(PageRecord record, boolean byCandidate) {
        Key key = new Key(record.page().userId(), record.page().requestId());
        Served page = pages.get(key);
        if (page == null || page.byCandidate() != byCandidate) {
            page = new Served(byCandidate, new HashSet<>(), new HashSet<>());
            pages.put(key, page);
        }
        for (SlotRecord slot : record.slots()) {
            // A page that goes on with a cursor has the same request.
            if (page.items().add(slot.itemId())) {
                page.unwanted().add(slot.itemId());
            }
        }
        if (pages.size() > MOST) {
            pages.remove(pages.keySet().iterator().next());
        }
    }

    /** Returns the page that an interaction names and that had its item, null where there is none. */
    @Nullable
    Served of(Interaction interaction) {
        if (interaction.requestId().isEmpty() || interaction.targetType() != TargetType.ITEM) {
            return null;
        }
        Served page = pages.get(new Key(interaction.userId(), interaction.requestId()));
        return page != null && page.items().contains(interaction.targetId()) ? page : null;
    }
}
