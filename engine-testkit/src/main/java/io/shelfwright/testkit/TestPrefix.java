package io.shelfwright.testkit;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Slot;
import io.shelfwright.spi.UserState;
import java.util.ArrayList;
import java.util.List;

/** A page that grows card by card, in rows of a fixed number of columns; not thread-safe. */
public final class TestPrefix implements PagePrefix {
    private final Catalog catalog;
    private final UserState user;
    private final int columns;
    private final List<Integer> items = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    private TestPrefix(Catalog catalog, UserState user, int columns) {
        this.catalog = catalog;
        this.user = user;
        this.columns = columns;
    }

    /** Returns an empty page whose rows have 5 columns. */
    public static TestPrefix of(Catalog catalog, UserState user) {
        return new TestPrefix(catalog, user, 5);
    }

    /** Returns a page of these cards, in rows of 5 columns. */
    public static TestPrefix of(Catalog catalog, UserState user, String... itemIds) {
        TestPrefix prefix = of(catalog, user);
        for (String itemId : itemIds) {
            prefix.place(catalog.indexOf(itemId));
        }
        return prefix;
    }

    /** Returns the slot that the next card takes. */
    public Slot next() {
        ShelfSpec shelf = TestShelves.shelf("row-" + items.size() / columns);
        return new Slot(items.size() / columns, items.size() % columns, shelf);
    }

    /** Places a card in the next slot. */
    public TestPrefix place(int item) {
        if (item < 0 || item >= catalog.size()) {
            throw new IllegalArgumentException("there is no item " + item + " in the catalog of " + catalog.size());
        }
        slots.add(next());
        items.add(item);
        return this;
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public UserState user() {
        return user;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public int item(int position) {
        return items.get(position);
    }

    @Override
    public Slot slot(int position) {
        return slots.get(position);
    }
}
