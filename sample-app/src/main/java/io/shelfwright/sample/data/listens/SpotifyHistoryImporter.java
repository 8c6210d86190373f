package io.shelfwright.sample.data.listens;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.Importer;
import io.shelfwright.sample.data.reading.BadRow;
import io.shelfwright.sample.data.reading.InputFile;
import io.shelfwright.sample.data.reading.InputFolder;
import io.shelfwright.sample.data.reading.JsonArrayFile;
import io.shelfwright.sample.data.reading.Values;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Imports a listener's own export from Spotify: every {@code .json} file below the folder that is an array of streams, in
 * the extended form ({@code ts}, {@code ms_played}, {@code master_metadata_...}) or the short one ({@code endTime},
 * {@code msPlayed}); a stream of less than 30 seconds is a skip.
 */
public final class SpotifyHistoryImporter implements Importer {
    private static final String KIND = "spotify-history";
    private static final long SKIP_BELOW_MILLIS = 30_000;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportReport run(Path from, DataDirectory data) {
        ListenBook book = new ListenBook(KIND);
        for (InputFile file : InputFolder.open(KIND, from).all(".json")) {
            JsonArrayFile array = new JsonArrayFile(file);
            if (array.firstEntryHas("ts", "endTime")) {
                array.read(book.bad, entry -> book.add(listen(entry)));
            } else {
                book.note(file.name() + " is no list of streams; it was left out.");
            }
        }
        book.checkNotEmpty(from, "a JSON array of streams with ts and ms_played, or endTime and msPlayed");
        return data.replaceSource(KIND, book::write);
    }

    private static Listen listen(JsonNode entry) {
        boolean extended = entry.has("ts");
        Instant at = time(
                extended
                        ? entry.path("ts").asText()
                        : entry.path("endTime").asText().replace(' ', 'T') + ":00Z");
        JsonNode millis = entry.path(extended ? "ms_played" : "msPlayed");
        if (!millis.isIntegralNumber() || millis.asLong() < 0) {
            throw new BadRow("malformed time played", "the time played is " + millis + ", expected milliseconds");
        }
        boolean skipped = millis.asLong() < SKIP_BELOW_MILLIS;
        String show = text(entry, "episode_show_name");
        if (!show.isEmpty()) {
            return new Listen(at, "", "", text(entry, "episode_name"), show, skipped);
        }
        return new Listen(
                at,
                Values.text(text(entry, extended ? "master_metadata_album_artist_name" : "artistName"), "artist name"),
                text(entry, "master_metadata_album_album_name"),
                Values.text(text(entry, extended ? "master_metadata_track_name" : "trackName"), "track name"),
                "",
                skipped);
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).isTextual() ? Values.line(entry.path(name).asText()) : "";
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRow("malformed time", "the time is '" + text + "', expected 2020-01-31T12:00:00Z");
        }
    }
}
