package io.shelfwright.testkit;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.ShelfSpec;
import java.util.List;
import java.util.Set;

/** Short ways to write a shelf; each holds 1 to 10 cards and is not pinned. */
public final class TestShelves {
    private static final int MAX_CARDS = 10;

    private TestShelves() {}

    /** Returns a shelf for all kinds of item, whose own kind is its id. */
    public static ShelfSpec shelf(String id) {
        return shelf(id, id);
    }

    /** Returns a shelf of a shelf kind for some kinds of item, all where none is named. */
    public static ShelfSpec shelf(String id, String kind, ItemKind... itemKinds) {
        return new ShelfSpec(id, "Shelf " + id, kind, Set.of(itemKinds), List.of("test"), 1, MAX_CARDS, -1);
    }

    /** Returns the same shelf with other bounds on its number of cards. */
    public static ShelfSpec cards(ShelfSpec shelf, int min, int max) {
        return new ShelfSpec(
                shelf.id(),
                shelf.title(),
                shelf.kind(),
                shelf.itemKinds(),
                shelf.generators(),
                min,
                max,
                shelf.pinnedRow());
    }

    /** Returns the same shelf fixed to a row. */
    public static ShelfSpec pinned(ShelfSpec shelf, int row) {
        return new ShelfSpec(
                shelf.id(),
                shelf.title(),
                shelf.kind(),
                shelf.itemKinds(),
                shelf.generators(),
                shelf.minCards(),
                shelf.maxCards(),
                row);
    }
}
