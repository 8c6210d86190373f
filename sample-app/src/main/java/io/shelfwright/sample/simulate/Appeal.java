package io.shelfwright.sample.simulate;

import io.shelfwright.api.Item;
import java.time.Instant;

/** What a listener truly wants, for simulated listeners and the oracle; never for the engine. Thread-safe. */
@FunctionalInterface
interface Appeal {

    /** Returns how much a listener wants an item, 0..1. */
    double of(String userId, Item item);

    /** Returns how much a listener wants an item at a time, 0..1; the same at any time where nothing changes. */
    default double of(String userId, Item item, Instant at) {
        return of(userId, item);
    }
}
