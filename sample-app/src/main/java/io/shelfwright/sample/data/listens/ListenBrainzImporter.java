package io.shelfwright.sample.data.listens;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.Importer;
import io.shelfwright.sample.data.reading.BadRow;
import io.shelfwright.sample.data.reading.InputFile;
import io.shelfwright.sample.data.reading.InputFolder;
import io.shelfwright.sample.data.reading.JsonLinesFile;
import io.shelfwright.sample.data.reading.Values;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Imports a ListenBrainz export: every {@code .jsonl} file below the folder, one listen a line ({@code listened_at} in
 * seconds, {@code track_metadata}); lines of other kinds are reported.
 */
public final class ListenBrainzImporter implements Importer {
    private static final String KIND = "listenbrainz";
    /** ListenBrainz takes no listen from before Last.fm began. */
    private static final long FIRST_SECOND = 1_009_843_200L;

    private static final long LAST_SECOND = 4_102_444_800L;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportReport run(Path from, DataDirectory data) {
        ListenBook book = new ListenBook(KIND);
        for (InputFile file : InputFolder.open(KIND, from).all(".jsonl")) {
            new JsonLinesFile(file).read(book.bad, entry -> book.add(listen(entry)));
        }
        book.checkNotEmpty(from, "lines with listened_at and track_metadata");
        return data.replaceSource(KIND, book::write);
    }

    private static Listen listen(JsonNode entry) {
        JsonNode metadata = entry.path("track_metadata");
        if (!metadata.isObject()) {
            throw new BadRow("not a listen", "the line has no track_metadata");
        }
        JsonNode at = entry.path("listened_at");
        if (!at.isIntegralNumber() || at.asLong() < FIRST_SECOND || at.asLong() > LAST_SECOND) {
            throw new BadRow("malformed listened_at", "listened_at is " + at + ", expected seconds since 1970");
        }
        return new Listen(
                Instant.ofEpochSecond(at.asLong()),
                Values.text(metadata.path("artist_name").asText(""), "artist name"),
                Values.line(metadata.path("release_name").asText("")),
                Values.text(metadata.path("track_name").asText(""), "track name"),
                "",
                false);
    }
}
