package io.shelfwright.features;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Spans of time in days, with fractions. */
final class Days {
    private static final double SECONDS = ChronoUnit.DAYS.getDuration().toSeconds();

    private Days() {}

    /** Returns the days from one time to another, negative where the second is earlier. */
    static double between(Instant from, Instant to) {
        return ((double) to.getEpochSecond() - from.getEpochSecond()) / SECONDS;
    }

    /** Returns the days since a time, 0 where it lies ahead. */
    static double since(Instant from, Instant to) {
        return Math.max(0, between(from, to));
    }
}
