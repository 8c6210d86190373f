package io.shelfwright.sample.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Item;
import io.shelfwright.sample.data.ImportReport.BadRowGroup;
import io.shelfwright.sample.data.kinds.ImportKinds;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports the real data; the expected figures are those of its README. */
class SharedDataTest {
    @TempDir
    private Path temp;

    @Test
    void lastfmGivesTheCountsOfItsReadme() {
        ImportReport report = run("lastfm-2k", "lastfm-2k");
        assertThat(report.counts())
                .containsEntry("artists", 17_632L)
                .containsEntry("user-artist rows", 92_834L)
                .containsEntry("users", 1_892L)
                .containsEntry("tags", 11_946L)
                .containsEntry("friend rows (checked, not kept)", 25_434L);
        assertThat(report.counts().get("tag assignments") + report.badRowCount())
                .isEqualTo(186_479);
        assertThat(report.badRows())
                .extracting(BadRowGroup::reason)
                .containsExactly("tag from another time", "tagged artist without an entry");
    }

    @Test
    void spotifyJoinsLastfm() {
        run("lastfm-2k", "lastfm-2k");
        ImportReport report = run("spotify-songs", "spotify-songs");
        // 22,545 albums, less the two whose only rows have no names.
        assertThat(report.counts()).containsEntry("albums", 22_543L).containsEntry("playlists", 471L);
        assertThat(report.badRowCount()).isEqualTo(5);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("582 rows repeat"));
        assertThat(report.joinedArtists()).isBetween(1_950, 2_048);
        Map<String, Integer> joined = new TreeMap<>();
        DataDirectory.open(temp).source().items(item -> count(joined, item));
        assertThat(joined.get("album")).isBetween(6_400, 6_600);
        assertThat(joined.get("playlist")).isBetween(420, 430);
    }

    @Test
    void podcastsAreAllKept() {
        ImportReport report = run("apple-podcasts", "podcasts");
        assertThat(report.counts()).containsEntry("shows", 4_560L);
        assertThat(report.badRowCount()).isZero();
    }

    private static void count(Map<String, Integer> joined, Item item) {
        if (item.artistIds().stream().anyMatch(id -> id.startsWith("artist:lastfm:"))) {
            joined.merge(item.kind().name(), 1, Integer::sum);
        }
    }

    private ImportReport run(String kind, String folder) {
        return ImportKinds.run(kind, InputFixtures.shared(folder), DataDirectory.open(temp));
    }
}
