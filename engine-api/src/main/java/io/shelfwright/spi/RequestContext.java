package io.shelfwright.spi;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The circumstances of one request, fixed once.
 *
 * @param requestId id of the request
 * @param userId whose page it is
 * @param at the time; nothing else may be used as "now"
 * @param zone where the user's hour and weekday are read
 * @param market ISO 3166 code, empty where unknown
 * @param device device class, such as {@code desktop}
 * @param seed seed of every random draw
 */
public record RequestContext(
        String requestId, String userId, Instant at, ZoneId zone, String market, String device, long seed) {

    /** Returns the user's hour of day, 0..23. */
    public int hour() {
        return at.atZone(zone).getHour();
    }

    /** Returns the user's day of week, 1 (Monday)..7. */
    public int weekday() {
        return at.atZone(zone).getDayOfWeek().getValue();
    }
}
