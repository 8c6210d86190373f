package io.shelfwright.sample.simulate;

import io.shelfwright.api.Item;

/** What a listener truly wants, for simulated listeners and the oracle; never for the engine. Thread-safe. */
@FunctionalInterface
interface Appeal {

    /** Returns how much a listener wants an item, 0..1. */
    double of(String userId, Item item);
}
