package io.shelfwright.sample.data;

import static io.shelfwright.sample.data.InputFixtures.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.sample.data.ImportReport.BadRowGroup;
import io.shelfwright.sample.data.kinds.ImportKinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportersTest {
    private static final Instant NOW = Instant.parse("2020-02-01T00:00:00Z");

    @TempDir
    private Path temp;

    private Map<String, Path> folders;

    @BeforeEach
    void writeInput() {
        folders = Map.of(
                "lastfm-2k", InputFixtures.lastfm(temp.resolve("lastfm")),
                "spotify-songs", InputFixtures.spotify(temp.resolve("spotify")),
                "apple-podcasts", InputFixtures.podcasts(temp.resolve("podcasts")));
    }

    @Test
    void lastfmKeepsGoodRowsAndReportsEachBadOneWithItsLine() {
        ImportReport report = run("lastfm-2k", "data");
        assertThat(report.counts())
                .containsEntry("artists", 7L)
                .containsEntry("user-artist rows", 7L)
                .containsEntry("users", 3L)
                .containsEntry("tag assignments", 8L)
                .containsEntry("derived plays", 4L + 8 + 1 + 8 + 5 + 8 + 8);
        assertThat(examples(report))
                .containsEntry("wrong number of columns", List.of("artists.dat.gz:7: expected 4 columns, found 2"))
                .containsEntry("repeated artist", List.of("artists.dat.gz:8: artist 5 came before"))
                .containsEntry("artist id is not a positive number", List.of("artists.dat.gz:9: artist id is 'x'"))
                .containsEntry(
                        "played artist without an entry",
                        List.of("user_artists.dat.gz:7: artist 99 is not in artists.dat"))
                .containsEntry("repeated listening", List.of("user_artists.dat.gz:8: user 7 and artist 5 came before"))
                .containsEntry("weight is not a positive number", List.of("user_artists.dat.gz:9: weight is '-3'"))
                .containsEntry(
                        "tag from another time",
                        List.of("user_taggedartists.dat.gz:10: the date is 1956-9-1, possible is 2002 to 2011"))
                .containsKeys("tag with a date that is none", "tagged artist without an entry", "unknown tag");
        assertThat(report.badRowCount()).isEqualTo(10);
        assertThat(report.toString()).contains("artists.dat.gz:7", "derived by a seeded rule");
    }

    @Test
    void tagsBecomeGenresInLatinOneWithoutWhatIsNoGenre() {
        run("lastfm-2k", "data");
        Map<String, Item> items = items("data");
        assertThat(items.get("artist:lastfm:1").genres()).containsExactly("dream pop");
        assertThat(items.get("artist:lastfm:2").genres()).containsExactly("caf\u00e9 jazz");
        assertThat(items.get("artist:lastfm:5").genres()).containsExactly("hip hop");
        assertThat(items.get("artist:lastfm:9").genres()).isEmpty();
        assertThat(items.get("artist:lastfm:4").title()).isEqualTo("\u9752\u3044\u673a");
    }

    @Test
    void derivedPlaysKeepTheCountAndLieInTheYearBeforeTheReferenceTime() {
        run("lastfm-2k", "data");
        List<Interaction> plays = interactions("data");
        double otters = plays.stream()
                .filter(play ->
                        play.userId().equals("lastfm:2") && play.targetId().equals("artist:lastfm:2"))
                .mapToDouble(Interaction::amount)
                .sum();
        assertThat(otters).isEqualTo(400);
        assertThat(plays)
                .allSatisfy(play ->
                        assertThat(play.time()).isBefore(NOW).isAfterOrEqualTo(NOW.minusSeconds(365L * 86_400)));
        assertThat(plays).extracting(Interaction::id).doesNotHaveDuplicates().contains("lastfm-2k:2:1:0");
    }

    @Test
    void spotifyReadsQuotesPrecisionsAndMissingNames() {
        ImportReport report = run("spotify-songs", "data");
        Map<String, Item> items = items("data");
        Item live = items.get("album:spotify:al1");
        assertThat(live.title()).isEqualTo("Otters, \"Live\"");
        assertThat(live.basePopularity()).isEqualTo(0.6);
        assertThat(live.releasedAt()).isEqualTo("2019-06-14T00:00:00Z");
        assertThat(live.explicitness()).isEqualTo(Explicitness.UNKNOWN);
        assertThat(items.get("album:spotify:al2").releasedAt()).isEqualTo("2011-05-01T00:00:00Z");
        assertThat(items.get("album:spotify:al3").releasedAt()).isEqualTo("1969-01-01T00:00:00Z");
        assertThat(items.get("playlist:spotify:pl1").artistIds())
                .containsExactly("artist:name:glass-otters", "artist:name:molvo");
        assertThat(report.counts()).containsEntry("albums", 4L).containsEntry("playlists", 2L);
        assertThat(examples(report))
                .containsEntry(
                        "track without names", List.of("spotify_songs.csv.gz:8: track t5 has no name and no artist"))
                .containsEntry(
                        "wrong number of columns", List.of("spotify_songs.csv.gz:11: expected 12 columns, found 3"))
                .containsKeys("malformed popularity", "malformed release date");
        assertThat(report.notes()).anyMatch(note -> note.startsWith("1 rows repeat"));
    }

    @Test
    void podcastsAreCompletedByTheLookupAndNamedByTheirLinkWhereNothingElseNamesThem() {
        ImportReport report = run("apple-podcasts", "data");
        Map<String, Item> items = items("data");
        assertThat(items).containsOnlyKeys("show:apple:101", "show:apple:102", "show:apple:103");
        assertThat(items.get("show:apple:101").explicitness()).isEqualTo(Explicitness.CLEAN);
        assertThat(items.get("show:apple:101").releasedAt()).isEqualTo("2020-01-12T05:00:00Z");
        assertThat(items.get("show:apple:101").basePopularity()).isBetween(0.4, 0.6);
        assertThat(items.get("show:apple:102").title()).isEqualTo("Quiet rivers show");
        assertThat(items.get("show:apple:102").genres()).isEmpty();
        assertThat(items.get("show:apple:102").explicitness()).isEqualTo(Explicitness.UNKNOWN);
        assertThat(items.get("show:apple:102").basePopularity()).isNaN();
        assertThat(items.get("show:apple:103").releasedAt()).isEqualTo(NOW);
        assertThat(examples(report)).containsOnlyKeys("link without an id", "collectionId is not a positive number");
    }

    @Test
    void artistsOfLikeNameBecomeTheMostPlayedOne() {
        run("lastfm-2k", "data");
        ImportReport report = run("spotify-songs", "data");
        Map<String, Item> items = items("data");
        assertThat(report.joinedArtists()).isEqualTo(2);
        assertThat(items.get("album:spotify:al1").artistIds()).containsExactly("artist:lastfm:2");
        assertThat(items.get("album:spotify:al1").genres())
                .startsWith("caf\u00e9 jazz")
                .contains("rock", "hard rock");
        assertThat(items.get("album:spotify:al3").artistIds()).containsExactly("artist:lastfm:5");
        // A letter that ASCII does not have makes another name.
        assertThat(items.get("album:spotify:al2").artistIds()).containsExactly("artist:name:molvo");
        assertThat(items)
                .containsKeys("artist:lastfm:1", "artist:lastfm:2")
                .doesNotContainKey("artist:name:glass-otters");
        assertThat(items.get("artist:lastfm:5").basePopularity()).isEqualTo(1);
        assertThat(source("data").artistNames()).containsEntry("artist:lastfm:2", "glass otters");
    }

    @ParameterizedTest
    @CsvSource({
        "lastfm-2k, spotify-songs, apple-podcasts",
        "spotify-songs, lastfm-2k, apple-podcasts",
        "apple-podcasts, spotify-songs, lastfm-2k",
        "spotify-songs, apple-podcasts, lastfm-2k"
    })
    void theOrderOfImportsDoesNotShow(String first, String second, String third) {
        for (String kind : List.of("apple-podcasts", "lastfm-2k", "spotify-songs")) {
            run(kind, "ordered");
        }
        for (String kind : List.of(first, second, third)) {
            run(kind, "shuffled");
        }
        assertThat(tree(temp.resolve("shuffled"))).isEqualTo(tree(temp.resolve("ordered")));
        assertThat(items("shuffled")).isEqualTo(items("ordered"));
        assertThat(interactions("shuffled")).isEqualTo(interactions("ordered"));
    }

    @Test
    void importingTheSameAgainChangesNoByte() {
        folders.keySet().forEach(kind -> run(kind, "data"));
        Map<String, Integer> before = tree(temp.resolve("data"));
        folders.keySet().forEach(kind -> run(kind, "data"));
        assertThat(tree(temp.resolve("data"))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "lastfm-2k, user_artists.dat.gz",
        "lastfm-2k, artists.dat.gz",
        "lastfm-2k, user_taggedartists.dat.gz",
        "lastfm-2k, user_friends.dat.gz",
        "spotify-songs, spotify_songs.csv.gz",
        "apple-podcasts, apple_podcasts_info_2019.json.gz",
        "apple-podcasts, itunes_lookup_podcasts_2020.csv.gz"
    })
    void aTruncatedFileIsOneClearErrorAndChangesNothing(String kind, String file) {
        run(kind, "data");
        Map<String, Integer> before = tree(temp.resolve("data"));
        for (double share : new double[] {0.9, 0.5}) {
            InputFixtures.truncate(folders.get(kind).resolve(file), share);
            assertThatThrownBy(() -> run(kind, "data"))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining(file)
                    .hasMessageContaining("truncated")
                    .hasMessageContaining("fetch the file again");
        }
        assertThat(tree(temp.resolve("data"))).isEqualTo(before);
        assertThatThrownBy(() -> run(kind, "fresh")).isInstanceOf(BadRequestException.class);
        assertThat(temp.resolve("fresh")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "lastfm-2k, tags.dat",
        "spotify-songs, spotify_songs.csv.gz",
        "apple-podcasts, apple_podcasts_info_2019.json.gz"
    })
    void aMissingEmptyOrOtherFileIsOneClearError(String kind, String file) throws IOException {
        Path path = folders.get(kind).resolve(file);
        Files.write(path, new byte[0]);
        assertThatThrownBy(() -> run(kind, "data"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(file);
        Files.write(path, new byte[] {0, 1, 2, (byte) 0xff, 10, 3});
        assertThatThrownBy(() -> run(kind, "data"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(file);
        Files.delete(path);
        assertThatThrownBy(() -> run(kind, "data"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("neither is there");
        assertThat(temp.resolve("data")).doesNotExist();
    }

    @Test
    void plainFilesAreReadAsWellAsGzippedOnes() throws IOException {
        run("lastfm-2k", "data");
        Path folder = folders.get("lastfm-2k");
        for (String name : List.of("artists.dat", "user_artists.dat")) {
            try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".gz")))) {
                Files.write(folder.resolve(name), in.readAllBytes());
            }
            Files.delete(folder.resolve(name + ".gz"));
        }
        run("lastfm-2k", "plain");
        assertThat(items("plain")).isEqualTo(items("data"));
    }

    @Test
    void aRowThatIsNotUtf8CostsOnlyItself() throws IOException {
        Path file = folders.get("spotify-songs").resolve("spotify_songs.csv");
        Files.delete(folders.get("spotify-songs").resolve("spotify_songs.csv.gz"));
        Files.write(
                file,
                (String.join(
                                        ",",
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
                                        "playlist_subgenre")
                                + "\n"
                                + "t1,One,Caf\u00e9,1,a1,Album,2000,P,p1,pop,pop\n"
                                + "t2,Two,Plain,1,a2,Album,2000,P,p1,pop,pop\n"
                                + "t3,Three,Plain,1,a3,Album,2000,P,p1,pop,pop\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        ImportReport report = run("spotify-songs", "data");
        assertThat(report.counts()).containsEntry("albums", 2L);
        assertThat(examples(report)).containsOnlyKeys("not UTF-8");
    }

    @Test
    void anotherFolderAnUnknownKindAndAMissingFolderAreToldApart() {
        DataDirectory data = DataDirectory.open(temp.resolve("data"));
        assertThatThrownBy(() -> ImportKinds.run("lastfm-2k", folders.get("spotify-songs"), data))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("needs artists.dat")
                .hasMessageContaining("spotify_songs.csv.gz");
        assertThatThrownBy(() -> ImportKinds.run("lastfm-2k", temp.resolve("nowhere"), data))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> ImportKinds.run("lastfm", temp, data))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("unknown kind 'lastfm'")
                .hasMessageContaining("lastfm-2k, spotify-songs, apple-podcasts, listenbrainz, spotify-history");
    }

    private ImportReport run(String kind, String data) {
        return ImportKinds.run(kind, folders.get(kind), DataDirectory.open(temp.resolve(data)));
    }

    private DataDirectorySource source(String data) {
        return DataDirectory.open(temp.resolve(data)).source();
    }

    private Map<String, Item> items(String data) {
        Map<String, Item> items = new TreeMap<>();
        source(data).items(item -> items.put(item.id(), item));
        return items;
    }

    private List<Interaction> interactions(String data) {
        List<Interaction> interactions = new ArrayList<>();
        source(data).interactions(interactions::add);
        return interactions;
    }

    private static Map<String, List<String>> examples(ImportReport report) {
        Map<String, List<String>> examples = new TreeMap<>();
        for (BadRowGroup group : report.badRows()) {
            examples.put(group.reason(), group.examples());
        }
        return examples;
    }
}
