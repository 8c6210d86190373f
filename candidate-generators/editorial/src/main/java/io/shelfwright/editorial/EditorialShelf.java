package io.shelfwright.editorial;

import io.shelfwright.api.Item;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One shelf as an editor wrote it.
 *
 * @param id unique in the file
 * @param title what a listener reads
 * @param items ids in the order of the cards
 * @param markets markets it is for; {@link Item#EVERYWHERE} alone for all
 * @param starts first moment, null for always
 * @param ends moment from which on it is over, null for never
 * @param priority higher comes first
 * @param pinnedRow 0-based row it is fixed to, -1 for none
 * @param minCards fewest cards with which it is shown
 * @param maxCards most cards
 * @param reason why its cards are there, for people
 */
record EditorialShelf(
        String id,
        String title,
        List<String> items,
        Set<String> markets,
        @Nullable Instant starts,
        @Nullable Instant ends,
        int priority,
        int pinnedRow,
        int minCards,
        int maxCards,
        String reason) {

    EditorialShelf {
        items = List.copyOf(items);
        markets = Set.copyOf(markets);
    }

    /** Returns whether it is meant for a request; one of unknown market gets only what is for all markets. */
    boolean isFor(RequestContext context) {
        boolean here = markets.contains(Item.EVERYWHERE) || markets.contains(context.market());
        boolean begun = starts == null || !context.at().isBefore(starts);
        boolean over = ends != null && !context.at().isBefore(ends);
        return here && begun && !over;
    }

    ShelfSpec spec(String kind, String generator) {
        return new ShelfSpec(id, title, kind, Set.of(), List.of(generator), minCards, maxCards, pinnedRow);
    }
}
