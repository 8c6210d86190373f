package io.shelfwright.diversity;

import io.shelfwright.spi.Setting;

/** Settings of the {@code dpp} rule. */
record DppSettings(
        @Setting(
                value = "Length of the window in reading order, in cards, the slot included.",
                defaultValue = "9",
                min = 2,
                max = 200)
        int window,

        @Setting(
                value = "Log utility that a fall of the conditional variance by a factor of e costs.",
                defaultValue = "0.3",
                min = 0,
                max = 10)
        double weight,

        @Setting(value = "Largest penalty, in log utility.", defaultValue = "1.5", min = 0, max = 20)
        double cap) {}
