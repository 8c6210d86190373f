package io.shelfwright.shortcuts;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of the generator {@code shortcuts}. */
record ShortcutsSettings(
        @Setting(value = "Kinds of item that are proposed; empty for all that the shelf accepts.", defaultValue = "[]")
        List<String> kinds,

        @Setting(value = "Weight of how lately an item was played.", defaultValue = "1", min = 0, max = 10)
        double recency,

        @Setting(value = "Weight of how often an item is played.", defaultValue = "1", min = 0, max = 10)
        double frequency,

        @Setting(
                value = "Weight of the habit to play an item in this part of the week.",
                defaultValue = "0.8",
                min = 0,
                max = 10)
        double habit,

        @Setting(value = "Weight of nearness to the last session.", defaultValue = "0.4", min = 0, max = 10)
        double session,

        @Setting(value = "Weight of having saved, liked or followed an item.", defaultValue = "0.2", min = 0, max = 10)
        double saved,

        @Setting(value = "Half-life of recency in days.", defaultValue = "14", min = 0.1, max = 3650)
        double halfLifeDays,

        @Setting(value = "Half-life of the last session's effect in hours.", defaultValue = "12", min = 0.1, max = 1000)
        double sessionHalfLifeHours,

        @Setting(
                value = "Number of items of the user's history, last played first, that are looked at.",
                defaultValue = "5000",
                min = 1,
                max = 1000000)
        int scanLimit) {

    ShortcutsSettings {
        kinds = List.copyOf(kinds);
        for (String kind : kinds) {
            new ItemKind(kind);
        }
        if (recency + frequency + habit + session + saved == 0) {
            throw new IllegalArgumentException(
                    "recency, frequency, habit, session and saved are all 0;" + " at least one weight must be above 0");
        }
    }

    Set<ItemKind> itemKinds() {
        return kinds.stream().map(ItemKind::new).collect(Collectors.toUnmodifiableSet());
    }
}
