package io.shelfwright.spi;

import io.shelfwright.api.ItemKind;
import java.util.List;
import java.util.Set;

/**
 * A shelf as it is configured (or as an editor wrote it).
 *
 * @param id unique on the page
 * @param title what a listener reads
 * @param kind kind of shelf: the unit of quotas, of neighbour rules and of calibration, such as {@code familiar}
 * @param itemKinds kinds of item it may hold; empty for all
 * @param generators instances that propose for it
 * @param minCards fewest cards with which it is shown, at least 1
 * @param maxCards most cards
 * @param pinnedRow 0-based row it is fixed to, or -1
 */
public record ShelfSpec(
        String id,
        String title,
        String kind,
        Set<ItemKind> itemKinds,
        List<String> generators,
        int minCards,
        int maxCards,
        int pinnedRow) {

    public ShelfSpec {
        itemKinds = Set.copyOf(itemKinds);
        generators = List.copyOf(generators);
        if (minCards < 1 || maxCards < minCards) {
            throw new IllegalArgumentException("shelf " + id + " wants " + minCards + " to " + maxCards
                    + " cards; allowed is 1 <= min-cards <= max-cards");
        }
    }

    /** Returns whether items of a kind may be on this shelf. */
    public boolean accepts(ItemKind itemKind) {
        return itemKinds.isEmpty() || itemKinds.contains(itemKind);
    }
}
