package io.shelfwright.sample.data.lastfm;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.sample.data.ArtistEntry;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.Importer;
import io.shelfwright.sample.data.SourceWriter;
import io.shelfwright.sample.data.reading.InputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Imports HetRec 2011 Last.fm-2k: artists with genres made of tags, listeners, and plays derived from play counts.
 *
 * <p>Reads {@code artists.dat}, {@code user_artists.dat}, {@code tags.dat} (Latin-1) and {@code user_taggedartists.dat}, and
 * checks {@code user_friends.dat} where it is there. Times and markets are derived by seeded rules, see
 * {@code DerivedPlays} and {@code DerivedProfiles}.
 */
public final class LastfmImporter implements Importer {
    static final String KIND = "lastfm-2k";

    /** The "now" of the derived times: two days after the last release in the Spotify songs table. */
    static final Instant REFERENCE_TIME = Instant.parse("2020-02-01T00:00:00Z");

    static String userId(long user) {
        return "lastfm:" + user;
    }

    static String artistId(long artist) {
        return "artist:lastfm:" + artist;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportReport run(Path from, DataDirectory data) {
        LastfmFiles files = new LastfmFiles(InputFolder.open(KIND, from));
        files.readAll();
        return data.replaceSource(KIND, writer -> write(files, writer));
    }

    private static ImportReport write(LastfmFiles files, SourceWriter writer) throws IOException {
        Map<Long, Long> playsOfArtist = new HashMap<>();
        DerivedPlays derived = new DerivedPlays(REFERENCE_TIME);
        for (Map.Entry<Long, List<Listening>> user : files.listeningByUser.entrySet()) {
            writer.profile(DerivedProfiles.of(user.getKey()));
            for (Interaction play : derived.plays(user.getKey(), user.getValue())) {
                writer.interaction(play);
            }
            user.getValue().forEach(row -> playsOfArtist.merge(row.artist(), row.plays(), Long::sum));
        }
        long withGenres = 0;
        for (Map.Entry<Long, String> artist : files.artists.entrySet()) {
            String id = artistId(artist.getKey());
            List<String> genres = files.votes.genres(artist.getKey());
            withGenres += genres.isEmpty() ? 0 : 1;
            writer.artist(new ArtistEntry(id, artist.getValue(), playsOfArtist.getOrDefault(artist.getKey(), 0L)));
            writer.item(Item.builder(id, ItemKind.ARTIST, artist.getValue())
                    .artists(id)
                    .genres(genres)
                    .build());
        }
        return report(files, writer, withGenres);
    }

    private static ImportReport report(LastfmFiles files, SourceWriter writer, long withGenres) {
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("artists", (long) files.artists.size());
        counts.put("artists with genres", withGenres);
        counts.put("derived plays", writer.interactionCount());
        counts.put("friend rows (checked, not kept)", files.friendRows);
        counts.put("tag assignments", files.assignmentRows);
        counts.put("tags", files.tagRows);
        counts.put("user-artist rows", files.listeningRows);
        counts.put("users", writer.profileCount());
        List<String> notes = List.of(
                "Times are derived: each play count became 1 to " + DerivedPlays.MOST_PLAYS
                        + " plays within the year before " + REFERENCE_TIME + ", by a seeded rule.",
                "Markets and tiers of users are derived by a seeded rule; their ages are unknown.");
        return new ImportReport(KIND, REFERENCE_TIME, counts, files.bad.groups(), notes);
    }
}
