package io.shelfwright.sample.data.spotify;

import io.shelfwright.sample.data.reading.BadRow;
import io.shelfwright.sample.data.reading.CsvFile.Fields;
import io.shelfwright.sample.data.reading.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A track on a playlist: one row of the table. */
record SongRow(
        String track,
        String artist,
        int popularity,
        String albumId,
        String album,
        Instant releasedAt,
        String datePrecision,
        String playlistId,
        String playlist,
        String genre,
        String subgenre) {

    static final List<String> COLUMNS = List.of(
            "track_id",
            "track_name",
            "track_artist",
            "track_popularity",
            "track_album_id",
            "track_album_name",
            "track_album_release_date",
            "playlist_name",
            "playlist_id",
            "playlist_genre",
            "playlist_subgenre");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    static SongRow of(Fields fields) {
        // R writes NA for a missing value; an artist may be called so, but not a track and its album too.
        if (missing(fields.get("track_artist")) && missing(fields.get("track_name"))) {
            throw new BadRow("track without names", "track " + fields.get("track_id") + " has no name and no artist");
        }
        String date = fields.get("track_album_release_date");
        return new SongRow(
                id(fields, "track_id"),
                Values.text(fields.get("track_artist"), "track artist"),
                popularity(fields.get("track_popularity")),
                id(fields, "track_album_id"),
                Values.text(fields.get("track_album_name"), "album name"),
                released(date),
                precision(date),
                id(fields, "playlist_id"),
                Values.text(fields.get("playlist_name"), "playlist name"),
                Values.text(fields.get("playlist_genre"), "playlist genre").toLowerCase(Locale.ROOT),
                Values.text(fields.get("playlist_subgenre"), "playlist subgenre")
                        .toLowerCase(Locale.ROOT));
    }

    private static boolean missing(String text) {
        return text.isBlank() || text.equals("NA");
    }

    private static String id(Fields fields, String column) {
        String id = fields.get(column);
        if (!ID.matcher(id).matches()) {
            throw new BadRow("malformed " + column, column + " is '" + id + "', expected letters and digits");
        }
        return id;
    }

    private static int popularity(String text) {
        int value = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (value < 0 || value > 100) {
            throw new BadRow("malformed popularity", "track_popularity is '" + text + "', expected 0 to 100");
        }
        return value;
    }

    /** Returns the first moment of the day, month or year: an album with a coarse date never looks newer than it is. */
    private static Instant released(String text) {
        String day =
                switch (precision(text)) {
                    case "day" -> text;
                    case "month" -> text + "-01";
                    default -> text + "-01-01";
                };
        try {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new BadRow(
                    "malformed release date",
                    "track_album_release_date is '" + text + "', expected a day, a month or a year");
        }
    }

    private static String precision(String text) {
        return switch (text.length()) {
            case 10 -> "day";
            case 7 -> "month";
            default -> "year";
        };
    }
}
