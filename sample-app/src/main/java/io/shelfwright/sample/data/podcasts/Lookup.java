package io.shelfwright.sample.data.podcasts;

import io.shelfwright.api.Explicitness;
import io.shelfwright.sample.data.reading.BadRow;
import io.shelfwright.sample.data.reading.CsvFile.Fields;
import io.shelfwright.sample.data.reading.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * What the iTunes Lookup API says of a show.
 *
 * @param id iTunes id
 * @param title name of the show
 * @param publisher who makes it
 * @param genre primary genre
 * @param latestEpisode when the latest episode came out
 * @param explicitness by its advisory rating; unknown where it has none
 */
record Lookup(long id, String title, String publisher, String genre, Instant latestEpisode, Explicitness explicitness) {

    static final List<String> COLUMNS = List.of(
            "collectionId", "artistName", "collectionName", "releaseDate", "primaryGenreName", "contentAdvisoryRating");

    static Lookup of(Fields fields) {
        return new Lookup(
                Values.positive(fields.get("collectionId"), "collectionId"),
                Values.text(fields.get("collectionName"), "collectionName"),
                Values.line(fields.get("artistName")),
                Values.line(fields.get("primaryGenreName")),
                time(fields.get("releaseDate")),
                explicitness(fields.get("contentAdvisoryRating")));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRow("malformed release date", "releaseDate is '" + text + "', expected 2020-01-31T12:00:00Z");
        }
    }

    private static Explicitness explicitness(String advisory) {
        return switch (advisory) {
            case "Clean" -> Explicitness.CLEAN;
            case "Explicit" -> Explicitness.EXPLICIT;
            default -> Explicitness.UNKNOWN;
        };
    }
}
