package io.shelfwright.freshness;

import io.shelfwright.spi.Setting;

/** Settings of the {@code fatigue} rule. */
record FatigueSettings(
        @Setting(
                value = "Share of the utility left after one unanswered impression of another item by the artist.",
                defaultValue = "0.95",
                min = 0.01,
                max = 1)
        double artistBase,

        @Setting(
                value = "Share of the utility left after one unanswered showing of the whole shelf.",
                defaultValue = "0.98",
                min = 0.01,
                max = 1)
        double shelfBase,

        @Setting(
                value = "Share of the utility left after any number of impressions, for the artist and for the shelf.",
                defaultValue = "0.5",
                min = 0.01,
                max = 1)
        double floor) {}
