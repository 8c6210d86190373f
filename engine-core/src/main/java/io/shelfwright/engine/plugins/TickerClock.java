package io.shelfwright.engine.plugins;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A clock for breakers, which go by elapsed time: a host's clock may be set back, or stand still in a replay. */
final class TickerClock extends Clock {
    private final LongSupplier nanos;
    private final long origin;

    TickerClock(LongSupplier nanos) {
        this.nanos = nanos;
        origin = nanos.getAsLong();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(nanos.getAsLong() - origin);
    }
}
