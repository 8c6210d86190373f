package io.shelfwright.engine.userstate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sittings of a listener: plays with gaps of less than 30 minutes; immutable.
 *
 * @param count sessions so far
 * @param items items of the last one, latest first, at most 200
 * @param began when the last one began, null before the first
 * @param lastPlay its last play
 */
record Session(
        int count,
        List<String> items,
        @Nullable Instant began,
        @Nullable Instant lastPlay) {
    static final Session NONE = new Session(0, List.of(), null, null);

    private static final long GAP_SECONDS = 30 * 60;
    private static final int MOST_ITEMS = 200;

    Session played(String itemId, Instant time) {
        if (lastPlay == null || !lastPlay.isAfter(earlier(time))) {
            return new Session(count + 1, List.of(itemId), time, time);
        }
        if (items.get(0).equals(itemId)) {
            return new Session(count, items, began, time);
        }
        List<String> latestFirst = new ArrayList<>(items.size() + 1);
        latestFirst.add(itemId);
        for (String item : items) {
            if (!item.equals(itemId) && latestFirst.size() < MOST_ITEMS) {
                latestFirst.add(item);
            }
        }
        return new Session(count, List.copyOf(latestFirst), began, time);
    }

    /** The first times of all have none half an hour before. */
    private static Instant earlier(Instant time) {
        return time.isBefore(Instant.MIN.plusSeconds(GAP_SECONDS)) ? Instant.MIN : time.minusSeconds(GAP_SECONDS);
    }
}
