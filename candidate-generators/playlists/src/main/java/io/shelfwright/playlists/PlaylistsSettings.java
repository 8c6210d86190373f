package io.shelfwright.playlists;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Setting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The settings of the generator {@code playlists}. */
record PlaylistsSettings(
        @Setting(value = "Kinds of item that are proposed; empty for all.", defaultValue = "[playlist]")
        List<String> kinds,

        @Setting(value = "Weight of the user's own artists.", defaultValue = "1", min = 0, max = 10)
        double artists,

        @Setting(value = "Weight of artists near the user's own.", defaultValue = "0.6", min = 0, max = 10)
        double neighbours,

        @Setting(value = "Weight of the user's genres.", defaultValue = "0.4", min = 0, max = 10)
        double genres,

        @Setting(
                value =
                        "Weight of closeness to the user's taste vector; without effect where the snapshot has no vectors.",
                defaultValue = "1.5",
                min = 0,
                max = 10)
        double vectors,

        @Setting(
                value = "Weight of popularity in the market beside taste, for users who are well known.",
                defaultValue = "0.2",
                min = 0,
                max = 10)
        double popularity,

        @Setting(
                value = "Share of listening at which an item's artists count half of the most they can.",
                defaultValue = "0.1",
                min = 0.001,
                max = 1)
        double saturation,

        @Setting(
                value = "Number of plays at which taste counts as much as popularity.",
                defaultValue = "10",
                min = 0,
                max = 10000)
        double trustPlays,

        @Setting(value = "Number of the user's artists that are followed.", defaultValue = "50", min = 1, max = 1000)
        int topArtists,

        @Setting(value = "Number of artists near them that are followed.", defaultValue = "100", min = 0, max = 1000)
        int nearArtists,

        @Setting(value = "Number of the user's genres that are followed.", defaultValue = "10", min = 0, max = 100)
        int topGenres,

        @Setting(
                value = "Number of items nearest to the user's taste vector that are looked at.",
                defaultValue = "500",
                min = 0,
                max = 100000)
        int nearest,

        @Setting(
                value = "Most items that are read for each artist or genre, the most popular first.",
                defaultValue = "2000",
                min = 1,
                max = 1000000)
        int scanLimit) {

    PlaylistsSettings {
        kinds = List.copyOf(kinds);
        for (String kind : kinds) {
            new ItemKind(kind);
        }
        if (artists + neighbours + genres + popularity == 0) {
            throw new IllegalArgumentException("artists, neighbours, genres and popularity are all 0;"
                    + " at least one weight must be above 0," + " as there may be no vectors");
        }
    }

    Set<ItemKind> itemKinds() {
        Set<ItemKind> named = new LinkedHashSet<>();
        for (String kind : kinds) {
            named.add(new ItemKind(kind));
        }
        return named;
    }
}
