package io.shelfwright.sample.data.spotify;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemBuilder;
import io.shelfwright.api.ItemKind;
import io.shelfwright.sample.data.ArtistEntry;
import io.shelfwright.sample.data.ArtistKey;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.Importer;
import io.shelfwright.sample.data.SourceWriter;
import io.shelfwright.sample.data.reading.BadRows;
import io.shelfwright.sample.data.reading.CsvFile;
import io.shelfwright.sample.data.reading.InputFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Imports the Spotify songs table (TidyTuesday, 21 January 2020): albums, playlists and their artists.
 *
 * <p>Reads {@code spotify_songs.csv}. The table has no mark for explicit content, so albums and playlists are of unknown
 * explicitness; it has no markets, so all are shown everywhere. Artists are known by name only and are joined with those
 * of other sources when the data directory is read.
 */
public final class SpotifySongsImporter implements Importer {
    static final String KIND = "spotify-songs";

    private static final Instant REFERENCE_TIME = Instant.parse("2020-02-01T00:00:00Z");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportReport run(Path from, DataDirectory data) {
        Songs songs = new Songs();
        CsvFile file = new CsvFile(InputFolder.open(KIND, from).needed("spotify_songs.csv"), SongRow.COLUMNS);
        songs.rows = file.read(songs.bad, (fields, line) -> songs.add(SongRow.of(fields)));
        return data.replaceSource(KIND, songs::write);
    }

    /** What the rows add up to. */
    private static final class Songs {
        private final BadRows bad = new BadRows();
        private final TreeMap<String, TrackGroup> albums = new TreeMap<>();
        private final TreeMap<String, TrackGroup> playlists = new TreeMap<>();
        private final TreeMap<String, TrackGroup> artists = new TreeMap<>();
        private final TreeMap<String, Long> precisions = new TreeMap<>();
        private long rows;
        private long repeated;

        void add(SongRow row) {
            precisions.merge(row.datePrecision(), 1L, Long::sum);
            TrackGroup album = albums.computeIfAbsent(row.albumId(), id -> new TrackGroup());
            album.add(row, row.album());
            album.releasedAt = row.releasedAt();
            artists.computeIfAbsent(ArtistKey.idOf(row.artist()), id -> new TrackGroup())
                    .add(row, row.artist());
            if (!playlists
                    .computeIfAbsent(row.playlistId(), id -> new TrackGroup())
                    .add(row, row.playlist())) {
                repeated++;
            }
        }

        ImportReport write(SourceWriter writer) {
            artists.forEach((id, group) -> {
                writer.artist(new ArtistEntry(id, group.title(), group.trackCount()));
                writer.item(item(id, ItemKind.ARTIST, group).artists(id).build());
            });
            albums.forEach((id, group) -> writer.item(item("album:spotify:" + id, ItemKind.ALBUM, group)
                    .releasedAt(group.releasedAt)
                    .explicitness(Explicitness.UNKNOWN)
                    .build()));
            playlists.forEach((id, group) -> writer.item(item("playlist:spotify:" + id, ItemKind.PLAYLIST, group)
                    .explicitness(Explicitness.UNKNOWN)
                    .build()));
            TreeMap<String, Long> counts = new TreeMap<>(Map.of(
                    "albums", (long) albums.size(),
                    "artists", (long) artists.size(),
                    "playlists", (long) playlists.size(),
                    "track rows", rows));
            List<String> notes = List.of(
                    repeated + " rows repeat a track on a playlist; each track counts once.",
                    "Release dates by precision: " + precisions + " rows; a month or a year is read as its first day.",
                    "Explicitness is not in the data: albums and playlists are of unknown explicitness.");
            return new ImportReport(KIND, REFERENCE_TIME, counts, bad.groups(), notes);
        }

        private static ItemBuilder item(String id, ItemKind kind, TrackGroup group) {
            return Item.builder(id, kind, group.title())
                    .artists(group.artists.ranked())
                    .genres(group.topGenres())
                    .basePopularity(group.meanPopularity());
        }
    }
}
