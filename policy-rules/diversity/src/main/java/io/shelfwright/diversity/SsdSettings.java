package io.shelfwright.diversity;

import io.shelfwright.spi.Setting;

/** Settings of the {@code ssd} rule. */
record SsdSettings(
        @Setting(
                value = "Length of the window in reading order, in cards, the slot included.",
                defaultValue = "9",
                min = 2,
                max = 200)
        int window,

        @Setting(
                value = "Log utility that a card costs which the window explains wholly.",
                defaultValue = "0.5",
                min = 0,
                max = 20)
        double gamma) {}
