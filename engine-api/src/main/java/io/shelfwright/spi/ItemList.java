package io.shelfwright.spi;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Items of one catalog in an order, by their indices; immutable.
 *
 * <p>All plugins share the lists of a catalog, so nobody is given the array itself: what one plugin could change would
 * be wrong for every other. Reading costs what reading an array costs.
 */
public final class ItemList {
    public static final ItemList EMPTY = new ItemList(new int[0]);

    private final int[] items;

    private ItemList(int[] items) {
        this.items = items;
    }

    /** Returns a list of the given indices, which are copied. */
    public static ItemList of(int... items) {
        return items.length == 0 ? EMPTY : new ItemList(items.clone());
    }

    public int size() {
        return items.length;
    }

    public boolean isEmpty() {
        return items.length == 0;
    }

    /** Returns the catalog index of the item at a place from 0 to size - 1. */
    public int get(int place) {
        return items[place];
    }

    /** Returns the indices in order. */
    public IntStream stream() {
        return Arrays.stream(items);
    }

    /** Returns a copy of the indices. */
    public int[] toArray() {
        return items.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemList list && Arrays.equals(items, list.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return Arrays.toString(items);
    }
}
