package io.shelfwright.sample.data.spotify;

import io.shelfwright.sample.data.ArtistKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tracks of one album, playlist or artist add up to; a track counts once, however often it is listed. */
final class TrackGroup {
    private static final int MOST_GENRES = 4;

    final Tally titles = new Tally();
    final Tally artists = new Tally();
    final Tally genres = new Tally();
    private final Set<String> tracks = new HashSet<>();
    private long popularity;

    @Nullable
    Instant releasedAt;

    /** Adds a row; returns whether its track was new here. */
    boolean add(SongRow row, String title) {
        genres.add(row.genre());
        genres.add(row.subgenre());
        if (!tracks.add(row.track())) {
            return false;
        }
        titles.add(title);
        artists.add(ArtistKey.idOf(row.artist()));
        popularity += row.popularity();
        return true;
    }

    String title() {
        return titles.ranked().get(0);
    }

    int trackCount() {
        return tracks.size();
    }

    /** Returns the genres of the playlists that its tracks are on, most frequent first. */
    List<String> topGenres() {
        return new ArrayList<>(genres.ranked(MOST_GENRES));
    }

    /** Returns the mean popularity of its tracks, 0..1. */
    double meanPopularity() {
        return popularity / (100.0 * tracks.size());
    }
}
