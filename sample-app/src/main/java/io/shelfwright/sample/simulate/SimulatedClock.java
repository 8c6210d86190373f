package io.shelfwright.sample.simulate;

import java.time.Instant;
import java.time.InstantSource;

/** The engine's clock in a simulation: it stands where the simulation put it. Thread-safe. */
final class SimulatedClock implements InstantSource {
    private volatile Instant now;

    SimulatedClock(Instant start) {
        now = start;
    }

    void set(Instant value) {
        now = value;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
