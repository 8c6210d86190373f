package io.shelfwright.heuristics;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ShelfSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The items of a catalog that an instance may propose.
 *
 * @param catalog the catalog
 * @param kinds kinds that may be proposed; empty for all
 */
record ItemPool(Catalog catalog, Set<ItemKind> kinds) {

    /** Returns the kinds that may be proposed and occur, by name. */
    List<ItemKind> occurringKinds() {
        List<ItemKind> occurring = new ArrayList<>();
        for (ItemKind kind : catalog.kinds()) {
            if (kinds.isEmpty() || kinds.contains(kind)) {
                occurring.add(kind);
            }
        }
        occurring.sort(null);
        return occurring;
    }

    /** Returns whether an item may be proposed for a shelf, as far as its kind says. */
    boolean fits(int item, ShelfSpec shelf) {
        ItemKind kind = catalog.item(item).kind();
        return (kinds.isEmpty() || kinds.contains(kind)) && shelf.accepts(kind);
    }
}
