package io.shelfwright.diversity;

import io.shelfwright.spi.Setting;

/** Settings of the {@code calibrated} rule. */
record CalibratedSettings(
        @Setting(value = "Log utility that one nat of divergence costs.", defaultValue = "0.3", min = 0, max = 20)
        double weight,

        @Setting(
                value = "Share of the user's own genres mixed into the page's, so that the divergence is finite.",
                defaultValue = "0.01",
                min = 0.000001,
                max = 0.5)
        double alpha,

        @Setting(
                value = "Cards before the slot whose genres count, in cards; large enough for a whole page.",
                defaultValue = "100",
                min = 1,
                max = 1000)
        int window) {}
