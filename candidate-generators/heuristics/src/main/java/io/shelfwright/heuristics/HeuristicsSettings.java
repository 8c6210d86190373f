package io.shelfwright.heuristics;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of the generator {@code heuristics}. */
record HeuristicsSettings(
        @Setting("What is proposed: popular-now, new-releases, because-you-listened, rediscover or popular-near-you.")
        StrategyName strategy,

        @Setting(value = "Kinds of item that are proposed; empty for all that the shelf accepts.", defaultValue = "[]")
        List<String> kinds,

        @Setting(
                value =
                        "new-releases: greatest age in days; rediscover: least silence in days; 0 for the strategy's own,"
                                + " which are 90 and 60.",
                defaultValue = "0",
                min = 0,
                max = 3650)
        int days,

        @Setting(
                value = "because-you-listened: number of recent favourites to start from.",
                defaultValue = "5",
                min = 1,
                max = 50)
        int seeds,

        @Setting(
                value =
                        "rediscover: least number of plays, decayed with a half-life of 60 days until the last one, of an"
                                + " item that counts as loved though it is not saved.",
                defaultValue = "3",
                min = 0,
                max = 1000)
        double minPlays) {

    private static final int NEW_RELEASE_DAYS = 90;
    private static final int SILENCE_DAYS = 60;

    HeuristicsSettings {
        kinds = List.copyOf(kinds);
        for (String kind : kinds) {
            new ItemKind(kind);
        }
    }

    Set<ItemKind> itemKinds() {
        return kinds.stream().map(ItemKind::new).collect(Collectors.toUnmodifiableSet());
    }

    int newReleaseDays() {
        return days == 0 ? NEW_RELEASE_DAYS : days;
    }

    int silenceDays() {
        return days == 0 ? SILENCE_DAYS : days;
    }
}
