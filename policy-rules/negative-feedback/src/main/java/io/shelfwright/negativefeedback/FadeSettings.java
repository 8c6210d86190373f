package io.shelfwright.negativefeedback;

import io.shelfwright.spi.Setting;

/** Settings of the score rule; how long targets are hidden before they fade is a setting of the engine, {@code feedback}. */
record FadeSettings(
        @Setting(
                value = "Share of the utility left on the day a target stops being hidden.",
                defaultValue = "0.2",
                min = 0.01,
                max = 1)
        double start,

        @Setting(value = "Half-life of what an artist lost, in days.", defaultValue = "60", min = 0.1, max = 36500)
        double artistHalfLifeDays,

        @Setting(value = "Half-life of what a genre lost, in days.", defaultValue = "30", min = 0.1, max = 36500)
        double genreHalfLifeDays,

        @Setting(
                value = "Half-life of what a shelf or a kind lost, in days.",
                defaultValue = "14",
                min = 0.1,
                max = 36500)
        double shelfHalfLifeDays,

        @Setting(
                value = "Smallest share of the utility that is left, whatever comes together.",
                defaultValue = "0.05",
                min = 0.001,
                max = 1)
        double floor,

        @Setting(
                value = "Log utility that an item loses which equals an item disliked just now; 0 for no spreading.",
                defaultValue = "1.5",
                min = 0,
                max = 10)
        double spread,

        @Setting(value = "Half-life of the spreading, in days.", defaultValue = "30", min = 0.1, max = 36500)
        double spreadHalfLifeDays,

        @Setting(value = "Similarity from which a dislike spreads, 0 to 1.", defaultValue = "0.6", min = 0, max = 0.99)
        double spreadFrom,

        @Setting(
                value =
                        "Share of the candidates that spreading may at least halve; if it would halve more, nothing spreads.",
                defaultValue = "0.3",
                min = 0,
                max = 1)
        double maxSpreadShare,

        @Setting(
                value = "Plays of an artist since the dislike from which it no longer spreads to that artist.",
                defaultValue = "3",
                min = 1,
                max = 1000)
        double forgivingPlays,

        @Setting(
                value = "Strength of a skipped item beside a disliked one, 0 to 1; 0 for no effect.",
                defaultValue = "0.2",
                min = 0,
                max = 1)
        double skipStrength,

        @Setting(
                value = "Skips of an item since it was last liked or played from which they count.",
                defaultValue = "2",
                min = 1,
                max = 1000)
        double skipsNeeded) {}
