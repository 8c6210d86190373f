package io.shelfwright.exploration;

import io.shelfwright.spi.Setting;

/** Settings of {@code thompson}. */
record ThompsonSettings(
        @Setting(
                value = "Probability that is spread evenly over the support.",
                defaultValue = "0.02",
                min = 0.0001,
                max = 1)
        double epsilon,

        @Setting(
                value = "Standard deviation of a draw, in those of the card's log utility; at most log 2 in all.",
                defaultValue = "1",
                min = 0,
                max = 10)
        double spread,

        @Setting(value = "Most cards that may be drawn, in cards.", defaultValue = "60", min = 1, max = 1000)
        int support,

        @Setting(
                value = "Smallest utility that may be drawn, as a share of the best card's.",
                defaultValue = "0.25",
                min = 0,
                max = 1)
        double qualityFloor,

        @Setting(
                value = "Explored cards seen in a session after which no more are drawn, in cards.",
                defaultValue = "2",
                min = 0,
                max = 1000)
        int sessionBudget,

        @Setting(value = "Length of a session, in minutes.", defaultValue = "30", min = 1, max = 1440)
        int sessionMinutes,

        @Setting(
                value = "Explored cards seen in 24 hours after which no more are drawn, in cards.",
                defaultValue = "10",
                min = 0,
                max = 10000)
        int userBudget) {

    Guard guard() {
        return new Guard(spread, support, qualityFloor, sessionBudget, sessionMinutes, userBudget);
    }
}
