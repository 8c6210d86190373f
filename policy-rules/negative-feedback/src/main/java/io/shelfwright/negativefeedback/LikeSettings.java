package io.shelfwright.negativefeedback;

import io.shelfwright.spi.Setting;

/** Settings of the score rule for likes, saves and follows. */
record LikeSettings(
        @Setting(
                value = "Log utility that an item gains which equals an item liked just now; 0 for no spreading.",
                defaultValue = "0.5",
                min = 0,
                max = 10)
        double gain,

        @Setting(value = "Half-life of what a like gives, in days.", defaultValue = "30", min = 0.1, max = 36500)
        double halfLifeDays,

        @Setting(value = "Similarity from which a like spreads, 0 to 1.", defaultValue = "0.6", min = 0, max = 0.99)
        double spreadFrom) {}
