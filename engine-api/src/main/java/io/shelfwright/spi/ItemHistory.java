package io.shelfwright.spi;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one user did with one item.
 *
 * @param itemId the item
 * @param plays number of plays, completed ones included
 * @param decayedPlays plays decayed with a half-life of 60 days until {@code lastPlayed}
 * @param firstPlayed null where never played
 * @param lastPlayed null where never played
 * @param completes number of completed plays
 * @param skips number of early stops
 * @param saved whether saved, liked or followed
 * @param daypartPlays plays in each of the {@link #DAYPARTS} parts of the week
 */
public record ItemHistory(
        String itemId,
        double plays,
        double decayedPlays,
        @Nullable Instant firstPlayed,
        @Nullable Instant lastPlayed,
        double completes,
        double skips,
        boolean saved,
        List<Double> daypartPlays) {

    /** Parts of the week: night, morning, afternoon, evening on working days (0..3) and at weekends (4..7). */
    public static final int DAYPARTS = 8;

    public ItemHistory {
        daypartPlays = List.copyOf(daypartPlays);
    }

    /** Returns the part of the week of a time, 0 to {@link #DAYPARTS} - 1. */
    public static int daypart(ZonedDateTime time) {
        int quarter = time.getHour() / 6;
        return time.getDayOfWeek().getValue() >= 6 ? quarter + 4 : quarter;
    }
}
