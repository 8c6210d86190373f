package io.shelfwright.engine.userstate;

import io.shelfwright.api.BadRequestException;
import java.time.Instant;

/** The times that are taken: years 1 to 9999, within which every difference can be counted in milliseconds. */
public final class TimeRange {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private TimeRange() {}

    /**
     * Refuses a time outside the range.
     *
     * @param what it is the time of, for the message
     * @throws BadRequestException if it lies outside
     */
    public static void check(Instant time, String what) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new BadRequestException("the time of " + what + " is " + time + ", allowed are times from " + FIRST
                    + " to " + LAST + "; check its unit: seconds and milliseconds are easily confused");
        }
    }
}
