package io.shelfwright.negativefeedback;

import io.shelfwright.spi.Setting;

/** Settings of the filter: how long what the user does not want is dropped. */
record MaskSettings(
        @Setting(value = "How long a hidden artist is dropped, in days.", defaultValue = "30", min = 0, max = 36500)
        double artistDays,

        @Setting(value = "How long a hidden shelf is dropped, in days.", defaultValue = "30", min = 0, max = 36500)
        double shelfDays,

        @Setting(value = "How long a hidden genre is dropped, in days.", defaultValue = "14", min = 0, max = 36500)
        double genreDays,

        @Setting(
                value = "How long a hidden kind of item is dropped, in days.",
                defaultValue = "14",
                min = 0,
                max = 36500)
        double kindDays) {}
