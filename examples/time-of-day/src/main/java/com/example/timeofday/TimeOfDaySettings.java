package com.example.timeofday;

import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * Settings of {@link TimeOfDay}.
 *
 * @param from first hour
 * @param until hour after the last one
 * @param genres what suits these hours
 * @param reason what the listener reads
 */
record TimeOfDaySettings(
        @Setting(value = "First hour of the listener's day at which it proposes.", min = 0, max = 23)
        int from,

        @Setting(value = "Hour at which it stops; before 'from' if midnight lies between them.", min = 0, max = 24)
        int until,

        @Setting("Genres that suit these hours.") List<String> genres,

        @Setting(value = "Why, in words for the listener.", defaultValue = "For this time of day")
        String reason) {

    TimeOfDaySettings {
        if (from == until) {
            throw new IllegalArgumentException("from and until are both " + from + ": give two different hours");
        }
        if (genres.isEmpty()) {
            throw new IllegalArgumentException("genres is empty: name at least one");
        }
        genres = List.copyOf(genres);
    }

    /** Returns whether an hour of the day, 0 to 23, is one of them. */
    boolean covers(int hour) {
        return from < until ? from <= hour && hour < until : from <= hour || hour < until;
    }
}
