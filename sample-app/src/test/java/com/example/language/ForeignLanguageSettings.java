package com.example.language;

import io.shelfwright.spi.Setting;

/**
 * Settings of {@link ForeignLanguageRule}.
 *
 * @param factor what is left of the utility
 * @param minShare share of listening from which a language is not foreign
 */
record ForeignLanguageSettings(
        @Setting(value = "What is left of the utility.", defaultValue = "0.5", min = 0.01, max = 1)
        double factor,

        @Setting(
                value = "Share of listening from which a language is not foreign any more, 0 to 1.",
                defaultValue = "0.1",
                min = 0,
                max = 1)
        double minShare) {}
