package com.example.quiethours;

import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * Settings of {@link QuietHours}.
 *
 * @param from first quiet hour
 * @param until hour after the last quiet one
 * @param loud genres that are loud
 * @param factor what is left of their utility
 */
record QuietHoursSettings(
        @Setting(value = "First quiet hour of the listener's day.", defaultValue = "22", min = 0, max = 23)
        int from,

        @Setting(
                value = "Hour at which quiet ends; before 'from' if midnight lies between them.",
                defaultValue = "7",
                min = 0,
                max = 24)
        int until,

        @Setting(value = "Genres that are loud.", defaultValue = "metal, punk, techno")
        List<String> loud,

        @Setting(value = "What is left of the utility of a loud item.", defaultValue = "0.3", min = 0.01, max = 1)
        double factor) {

    QuietHoursSettings {
        if (from == until) {
            throw new IllegalArgumentException("from and until are both " + from + ": give two different hours");
        }
        loud = List.copyOf(loud);
    }

    /** Returns whether an hour of the day, 0 to 23, is a quiet one. */
    boolean covers(int hour) {
        return from < until ? from <= hour && hour < until : from <= hour || hour < until;
    }
}
