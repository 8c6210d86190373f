package io.shelfwright.diversity;

import io.shelfwright.spi.Setting;

/** Settings of the {@code mmr} rule. */
record MmrSettings(
        @Setting(
                value = "Length of the window in reading order, in cards, the slot included.",
                defaultValue = "9",
                min = 2,
                max = 200)
        int window,

        @Setting(
                value = "Weight of variety against utility, 0 for utility alone.",
                defaultValue = "0.3",
                min = 0,
                max = 0.95)
        double lambda) {}
