package io.shelfwright.sample.data.lastfm;

import io.shelfwright.sample.data.reading.BadRow;
import io.shelfwright.sample.data.reading.BadRows;
import io.shelfwright.sample.data.reading.InputFolder;
import io.shelfwright.sample.data.reading.TabFile;
import io.shelfwright.sample.data.reading.Values;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the files of Last.fm-2k, checking each row against those that it refers to. */
final class LastfmFiles {
    /** Last.fm began in 2002 and the data set was published in May 2011: tags cannot be older or younger. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2002, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 31);

    final BadRows bad = new BadRows();
    final TreeMap<Long, String> artists = new TreeMap<>();
    final TreeMap<Long, List<Listening>> listeningByUser = new TreeMap<>();
    final GenreVotes votes = new GenreVotes();
    long listeningRows;
    long tagRows;
    long assignmentRows;
    long friendRows;

    private final InputFolder folder;
    private final Map<Long, String> tags = new HashMap<>();

    LastfmFiles(InputFolder folder) {
        this.folder = folder;
    }

    void readAll() {
        readArtists();
        readListening();
        readTags();
        readAssignments();
        readFriends();
    }

    private void readArtists() {
        file("artists.dat", "id", "name", "url", "pictureURL").read(bad, (columns, line) -> {
            long id = Values.positive(columns[0], "artist id");
            String name = Values.text(columns[1], "artist name");
            if (artists.putIfAbsent(id, name) != null) {
                throw new BadRow("repeated artist", "artist " + id + " came before");
            }
        });
    }

    private void readListening() {
        Map<Long, Set<Long>> seen = new HashMap<>();
        listeningRows = file("user_artists.dat", "userID", "artistID", "weight").read(bad, (columns, line) -> {
            long user = Values.positive(columns[0], "user id");
            long artist = Values.positive(columns[1], "artist id");
            long plays = Values.positive(columns[2], "weight");
            if (!artists.containsKey(artist)) {
                throw new BadRow("played artist without an entry", "artist " + artist + " is not in artists.dat");
            }
            if (!seen.computeIfAbsent(user, id -> new HashSet<>()).add(artist)) {
                throw new BadRow("repeated listening", "user " + user + " and artist " + artist + " came before");
            }
            listeningByUser.computeIfAbsent(user, id -> new ArrayList<>()).add(new Listening(user, artist, plays));
        });
    }

    private void readTags() {
        // The one file of the set that is not UTF-8.
        TabFile file =
                new TabFile(folder.needed("tags.dat"), StandardCharsets.ISO_8859_1, List.of("tagID", "tagValue"));
        tagRows = file.read(bad, (columns, line) -> {
            long id = Values.positive(columns[0], "tag id");
            if (tags.putIfAbsent(id, Values.text(columns[1], "tag")) != null) {
                throw new BadRow("repeated tag", "tag " + id + " came before");
            }
        });
    }

    private void readAssignments() {
        TabFile file = file("user_taggedartists.dat", "userID", "artistID", "tagID", "day", "month", "year");
        assignmentRows = file.read(bad, (columns, line) -> {
            Values.positive(columns[0], "user id");
            long artist = Values.positive(columns[1], "artist id");
            long tag = Values.positive(columns[2], "tag id");
            checkDate(columns);
            if (!artists.containsKey(artist)) {
                throw new BadRow("tagged artist without an entry", "artist " + artist + " is not in artists.dat");
            }
            String value = tags.get(tag);
            if (value == null) {
                throw new BadRow("unknown tag", "tag " + tag + " is not in tags.dat");
            }
            votes.add(artist, value);
        });
    }

    private void readFriends() {
        folder.optional("user_friends.dat").ifPresent(input -> {
            TabFile file = new TabFile(input, StandardCharsets.UTF_8, List.of("userID", "friendID"));
            friendRows = file.read(bad, (columns, line) -> {
                Values.positive(columns[0], "user id");
                Values.positive(columns[1], "friend id");
            });
        });
    }

    private static void checkDate(String[] columns) {
        String written = columns[5] + "-" + columns[4] + "-" + columns[3];
        LocalDate date;
        try {
            date = LocalDate.of(
                    Integer.parseInt(columns[5]), Integer.parseInt(columns[4]), Integer.parseInt(columns[3]));
        } catch (DateTimeException | NumberFormatException e) {
            throw new BadRow("tag with a date that is none", "the date is " + written);
        }
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw new BadRow("tag from another time", "the date is " + written + ", possible is 2002 to 2011");
        }
    }

    private TabFile file(String name, String... header) {
        return new TabFile(folder.needed(name), StandardCharsets.UTF_8, List.of(header));
    }
}
