package io.shelfwright.diversity;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;
import java.util.Arrays;

/**
 * Allows at most {@code max} cards of one group within {@code size} consecutive cards in reading order.
 *
 * <p>An item of several artists counts for each; one of more than five artists is a collection and counts for none, and
 * neither does an item whose attribute is unknown.
 */
final class WindowRule implements PlacementRule {
    private static final SlotRule NOTHING_FORBIDDEN = item -> 0;

    private final WindowSettings settings;
    private final ItemGroups groups;

    WindowRule(WindowSettings settings, Catalog catalog) {
        this.settings = settings;
        groups = new ItemGroups(catalog, settings.by()::groups);
    }

    @Override
    public int window() {
        return settings.size() - 1;
    }

    @Override
    public SlotRule forSlot(PagePrefix prefix, Slot slot) {
        int[] full = fullGroups(prefix);
        if (full.length == 0) {
            return NOTHING_FORBIDDEN;
        }
        return item -> {
            for (int group : groups.of(item)) {
                for (int other : full) {
                    if (group == other) {
                        return FORBIDDEN;
                    }
                }
            }
            return 0;
        };
    }

    /** Returns the groups that have their most cards among those just before. */
    private int[] fullGroups(PagePrefix prefix) {
        int from = Math.max(0, prefix.size() - window());
        int length = 0;
        for (int position = from; position < prefix.size(); position++) {
            length += groups.of(prefix.item(position)).length;
        }
        int[] seen = new int[length];
        int end = 0;
        for (int position = from; position < prefix.size(); position++) {
            int[] more = groups.of(prefix.item(position));
            System.arraycopy(more, 0, seen, end, more.length);
            end += more.length;
        }
        Arrays.sort(seen);
        int full = 0;
        for (int i = settings.max() - 1; i < seen.length; i++) {
            boolean often = seen[i] == seen[i - settings.max() + 1];
            if (often && (full == 0 || seen[full - 1] != seen[i])) {
                seen[full++] = seen[i];
            }
        }
        return Arrays.copyOf(seen, full);
    }
}
