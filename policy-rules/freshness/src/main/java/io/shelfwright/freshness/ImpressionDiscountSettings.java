package io.shelfwright.freshness;

import io.shelfwright.spi.Setting;

/** Settings of the {@code impression-discount} rule. */
record ImpressionDiscountSettings(
        @Setting(
                value = "Share of the utility that is left after one unanswered impression.",
                defaultValue = "0.85",
                min = 0.01,
                max = 1)
        double base,

        @Setting(
                value = "Share of the utility that is left after any number of impressions.",
                defaultValue = "0.25",
                min = 0.01,
                max = 1)
        double floor) {}
