package io.shelfwright.coldstart;

import io.shelfwright.spi.Setting;

/** Settings of the {@code cold-start} rule. */
record ColdStartSettings(
        @Setting(value = "Weight of the content prior, in examined views.", defaultValue = "40", min = 1, max = 10000)
        double n0,

        @Setting(value = "Standard deviations of optimism.", defaultValue = "2", min = 0, max = 10)
        double kappa,

        @Setting(value = "Largest factor by which a utility is raised.", defaultValue = "2", min = 1, max = 10)
        double maxBoost,

        @Setting(
                value = "Examined views from which an item is no longer new.",
                defaultValue = "400",
                min = 1,
                max = 1000000)
        double untilViews) {}
