package io.shelfwright.engine.packing;

import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.Slot;
import io.shelfwright.spi.UserState;
import java.util.Arrays;

/** The cards of a page in reading order while it is being built. */
final class PlacedCards {
    private final Visit visit;
    private final Slot[] slots;
    private final int[] candidates;
    private final int[] items;
    private int size;

    PlacedCards(Visit visit, int capacity) {
        this.visit = visit;
        slots = new Slot[capacity];
        candidates = new int[capacity];
        items = new int[capacity];
        Arrays.fill(candidates, -1);
    }

    private PlacedCards(PlacedCards other) {
        visit = other.visit;
        slots = other.slots.clone();
        candidates = other.candidates.clone();
        items = other.items.clone();
        size = other.size;
    }

    PlacedCards copy() {
        return new PlacedCards(this);
    }

    void add(Slot slot, int candidate, int item) {
        slots[size] = slot;
        set(size++, candidate, item);
    }

    void set(int position, int candidate, int item) {
        candidates[position] = candidate;
        items[position] = item;
    }

    int size() {
        return size;
    }

    int candidate(int position) {
        return candidates[position];
    }

    int item(int position) {
        return items[position];
    }

    Slot slot(int position) {
        return slots[position];
    }

    /** Returns the first cards as rules see them. */
    PagePrefix prefix(int length) {
        return new Prefix(length);
    }

    private final class Prefix implements PagePrefix {
        private final int length;

        Prefix(int length) {
            this.length = length;
        }

        @Override
        public Catalog catalog() {
            return visit.generation().catalog();
        }

        @Override
        public UserState user() {
            return visit.user();
        }

        @Override
        public int size() {
            return length;
        }

        @Override
        public int item(int position) {
            return items[position];
        }

        @Override
        public Slot slot(int position) {
            return slots[position];
        }
    }
}
