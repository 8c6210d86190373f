package io.shelfwright.sample.simulate;

import io.shelfwright.api.Item;
import io.shelfwright.sample.data.Draws;
import java.time.Duration;
import java.time.Instant;

/**
 * Items that appear in the course of a simulation: they are released on a day of its first five weeks, drawn from the seed, and the
 * engine never shows what is not released yet.
 *
 * @param share of the items, 0 to below 1
 * @param start when the simulation begins
 */
record Arrivals(double share, long seed, Instant start) {
    static final Arrivals NONE = new Arrivals(0, 0, Instant.EPOCH);

    private static final int DAYS = 35;

    boolean comesLater(String itemId) {
        return share > 0 && new Draws(seed, 46, Keys.of(itemId)).next() < share;
    }

    /** Returns the item with the day of its release, if it comes later. */
    Item of(Item item) {
        if (!comesLater(item.id())) {
            return item;
        }
        Instant released = start.plus(Duration.ofDays(1 + new Draws(seed, 47, Keys.of(item.id())).below(DAYS)));
        return new Item(
                item.id(),
                item.kind(),
                item.title(),
                item.artistIds(),
                item.genres(),
                item.language(),
                item.publisher(),
                item.markets(),
                item.explicitness(),
                item.minimumAge(),
                released,
                Double.NaN,
                item.description());
    }

    /** Returns what a catalog with these arrivals is made by; empty where nothing arrives. */
    String key() {
        return share > 0 ? " arrivals " + share : "";
    }
}
