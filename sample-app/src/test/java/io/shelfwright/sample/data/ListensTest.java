package io.shelfwright.sample.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.sample.data.ImportReport.BadRowGroup;
import io.shelfwright.sample.data.kinds.ImportKinds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListensTest {
    @TempDir
    private Path temp;

    @Test
    void listensBecomePlaysOfAlbumsOrArtists() {
        write(
                "listens/2024/1.jsonl",
                String.join(
                        "\r\n",
                        "{\"listened_at\": 1700000100, \"track_metadata\": {\"artist_name\": \"The Glass Otters\", \"track_name\": \"A\","
                                + " \"release_name\": \"Otters Live\"}}",
                        "{\"listened_at\": 1700000000, \"track_metadata\": {\"artist_name\": \"\u9752\u3044\u673a\", \"track_name\": \"B\"}}",
                        "{\"listened_at\": 1700000000, \"track_metadata\": {\"artist_name\": \"\u9752\u3044\u673a\", \"track_name\": \"B\"}}",
                        "{\"listened_at\": NaN, \"track_metadata\": {\"artist_name\": \"X\", \"track_name\": \"C\"}}",
                        "{\"listened_at\": 1700000001, \"track_metadata\": {\"artist_name\": \"\\u0000\", \"track_name\": \"C\"}}",
                        "{\"listened_at\": \"soon\", \"track_metadata\": {\"artist_name\": \"X\", \"track_name\": \"C\"}}",
                        "{\"feedback\": 1}",
                        ""));
        ImportReport report = run("listenbrainz");
        assertThat(report.counts()).containsEntry("listens", 2L);
        assertThat(report.badRows())
                .extracting(BadRowGroup::reason)
                .containsExactly("artist name is empty", "malformed listened_at", "not JSON", "not a listen");
        assertThat(report.badRows().get(1).examples().get(0)).startsWith("1.jsonl:6: ");
        assertThat(report.notes()).contains("1 listens were there more than once; each counts once.");
        assertThat(interactions())
                .extracting(Interaction::targetId)
                .satisfiesExactly(first -> assertThat(first).startsWith("artist:name:~"), second -> assertThat(second)
                        .isEqualTo("album:name:glass-otters:otters-live"));
    }

    @Test
    void listensJoinTheArtistsOfLastfm() {
        ImportKinds.run(
                "lastfm-2k", InputFixtures.lastfm(temp.resolve("lastfm")), DataDirectory.open(temp.resolve("data")));
        write(
                "l.jsonl",
                "{\"listened_at\": 1700000100, \"track_metadata\": {\"artist_name\": \"Salt and Static\","
                        + " \"track_name\": \"A\"}}\n");
        assertThat(run("listenbrainz").joinedArtists()).isEqualTo(1);
        assertThat(interactions()).extracting(Interaction::targetId).contains("artist:lastfm:5");
        List<String> ids = new ArrayList<>();
        DataDirectory.open(temp.resolve("data")).source().items(item -> ids.add(item.id()));
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("artist:name:salt-and-static");
    }

    @Test
    void bothFormsOfTheSpotifyExportAreReadAndShortStreamsAreSkips() {
        write(
                "Streaming_History_Audio_0.json",
                "[{\"ts\": \"2020-01-01T10:00:00Z\", \"ms_played\": 200000,"
                        + " \"master_metadata_track_name\": \"A\", \"master_metadata_album_artist_name\": \"Vik\","
                        + " \"master_metadata_album_album_name\": \"Tides\", \"ip_addr\": \"1.2.3.4\"},"
                        + "{\"ts\": \"2020-01-01T11:00:00Z\", \"ms_played\": 100, \"episode_name\": \"E\","
                        + " \"episode_show_name\": \"Small Questions\", \"master_metadata_track_name\": null}]");
        write(
                "StreamingHistory0.json",
                "[{\"endTime\": \"2019-05-05 12:34\", \"artistName\": \"Vik\","
                        + " \"trackName\": \"Z\", \"msPlayed\": 31000}, {\"endTime\": \"yesterday\", \"msPlayed\": 1}]");
        write("Userdata.json", "{\"username\": \"someone\"}");
        ImportReport report = run("spotify-history");
        assertThat(report.notes()).contains("Userdata.json is no list of streams; it was left out.");
        assertThat(report.badRowCount()).isEqualTo(1);
        assertThat(interactions())
                .extracting(Interaction::type)
                .containsExactly(InteractionType.PLAY, InteractionType.PLAY, InteractionType.SKIP);
        assertThat(interactions())
                .extracting(Interaction::targetId)
                .containsExactly("artist:name:vik", "album:name:vik:tides", "show:name:small-questions");
        assertThat(report.referenceTime()).isEqualTo("2020-01-01T11:00:01Z");
        List<Item> items = new ArrayList<>();
        DataDirectory.open(temp.resolve("data")).source().items(items::add);
        assertThat(items).hasSize(3);
    }

    @Test
    void aFolderWithoutListensIsOneClearError() {
        write("a.jsonl", "{\"feedback\": 1}\n");
        assertThatThrownBy(() -> run("listenbrainz"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("holds no listen");
        assertThatThrownBy(() -> run("spotify-history"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(".json");
        assertThat(temp.resolve("data")).doesNotExist();
    }

    @Test
    void theSharedFixturesAreRead() {
        Path shared = InputFixtures.shared("listens-fixtures");
        DataDirectory data = DataDirectory.open(temp.resolve("data"));
        assertThat(ImportKinds.run("listenbrainz", shared, data).counts()).containsEntry("listens", 5L);
        assertThat(ImportKinds.run("spotify-history", shared, data).counts()).containsEntry("listens", 21L);
    }

    private ImportReport run(String kind) {
        return ImportKinds.run(kind, temp.resolve("in"), DataDirectory.open(temp.resolve("data")));
    }

    private List<Interaction> interactions() {
        List<Interaction> interactions = new ArrayList<>();
        DataDirectory.open(temp.resolve("data")).source().interactions(interactions::add);
        return interactions;
    }

    private void write(String name, String text) {
        InputFixtures.plain(temp.resolve("in").resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
