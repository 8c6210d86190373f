package io.shelfwright.coldstart;

import io.shelfwright.spi.Setting;

/** Settings of the {@code new-user-prior} rule. */
record NewUserPriorSettings(
        @Setting(value = "Interactions at which the prior counts half.", defaultValue = "10", min = 1, max = 10000)
        double interactions,

        @Setting(
                value =
                        "Factor by which the most popular item is raised, and the least popular lowered, for a user who did nothing.",
                defaultValue = "2",
                min = 1,
                max = 10)
        double maxFactor) {}
