package io.shelfwright.sample.data;

import static io.shelfwright.sample.data.InputFixtures.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.CatalogException;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.UserProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final Instant TIME = Instant.parse("2024-05-01T12:00:00Z");

    @TempDir
    private Path temp;

    @Test
    void aFailingImportLeavesNothingWhereNothingWas() {
        Path path = temp.resolve("new/data");
        assertThatThrownBy(() -> DataDirectory.open(path).replaceSource("demo", DataDirectoryTest::failing))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("disk is full");
        assertThat(tree(temp)).containsOnlyKeys("");
    }

    @Test
    void aFailingImportLeavesWhatWasThereAsItWas() {
        DataDirectory data = DataDirectory.open(temp);
        data.replaceSource("demo", writer -> filled(writer, "first"));
        Map<String, Integer> before = tree(temp);
        assertThatThrownBy(() -> data.replaceSource("demo", DataDirectoryTest::failing))
                .isInstanceOf(CatalogException.class);
        assertThatThrownBy(() -> data.replaceSource("demo", writer -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tree(temp)).isEqualTo(before);
    }

    @Test
    void aSecondWriterIsRefusedAndTheFirstGoesOn() {
        DataDirectory data = DataDirectory.open(temp);
        data.replaceSource("demo", writer -> {
            assertThatThrownBy(() -> data.replaceSource("other", inner -> filled(inner, "inner")))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("another import");
            return filled(writer, "outer");
        });
        assertThat(data.sources()).containsExactly("demo");
    }

    @Test
    void aCrashBetweenTheTwoRenamesIsRepairedByTheNextImport() throws IOException {
        DataDirectory data = DataDirectory.open(temp);
        data.replaceSource("demo", writer -> filled(writer, "first"));
        Map<String, Integer> before = tree(temp);
        Files.move(data.source("demo"), temp.resolve("sources/.old-demo"));
        Files.createDirectory(temp.resolve("sources/.staging-demo"));
        assertThatThrownBy(() -> data.replaceSource("demo", DataDirectoryTest::failing))
                .isInstanceOf(CatalogException.class);
        assertThat(tree(temp)).isEqualTo(before);
    }

    @Test
    void aDamagedFileIsNamedWithItsLine() throws IOException {
        DataDirectory data = DataDirectory.open(temp);
        data.replaceSource("demo", writer -> filled(writer, "first"));
        Path items = data.source("demo").resolve("items.jsonl");
        Files.writeString(items, Files.readString(items) + "{\"id\": \"broken\n");
        assertThatThrownBy(() -> data.source().items(item -> {}))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("items.jsonl:3")
                .hasMessageContaining("import 'demo' again");
        InputFixtures.truncate(data.source("demo").resolve("interactions.tsv.gz"), 0.6);
        assertThatThrownBy(() -> data.source().interactions(interaction -> {}))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("interactions.tsv.gz");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        DataDirectory data = DataDirectory.open(temp);
        Item item = Item.builder("album:demo:1", ItemKind.ALBUM, "Tab\tand \"quote\"")
                .artists("artist:demo:1")
                .genres("a", "b")
                .language("ja")
                .publisher("P")
                .minimumAge(-1)
                .releasedAt(TIME)
                .basePopularity(0.25)
                .description("line\nbreak")
                .build();
        UserProfile profile = new UserProfile("demo:1", "SE", "sv", 30, true, "free", TIME);
        data.replaceSource("demo", writer -> {
            writer.item(item);
            writer.profile(profile);
            return report("demo");
        });
        List<Item> read = new ArrayList<>();
        data.source().items(read::add);
        assertThat(read).containsExactly(item);
        assertThat(data.source().profiles()).containsExactly(profile);
        assertThat(data.referenceTime()).contains(TIME);
    }

    @Test
    void aUserMayBeNamedWithoutTheSourceWhereThatIsClear() {
        DataDirectory data = DataDirectory.open(temp);
        data.replaceSource("demo", writer -> {
            for (String id : List.of("a:1", "b:1", "a:2")) {
                writer.profile(UserProfile.unknown(id));
            }
            return report("demo");
        });
        DataDirectorySource source = data.source();
        assertThat(source.resolveUser("2")).contains("a:2");
        assertThat(source.resolveUser("b:1")).contains("b:1");
        assertThat(source.resolveUser("3")).isEmpty();
        assertThatThrownBy(() -> source.resolveUser("1"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("a:1, b:1");
    }

    @Test
    void anEmptyDirectorySaysWhatToDo() {
        assertThatThrownBy(() -> DataDirectory.open(temp).source())
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("import one first");
    }

    @Test
    void aFileIsNoDataDirectory() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("is a file");
    }

    private static ImportReport filled(SourceWriter writer, String title) {
        writer.item(Item.builder("album:demo:1", ItemKind.ALBUM, title).build());
        writer.item(Item.builder("album:demo:2", ItemKind.ALBUM, title).build());
        return report("demo");
    }

    private static ImportReport failing(SourceWriter writer) throws IOException {
        filled(writer, "half");
        throw new IOException("disk is full");
    }

    private static ImportReport report(String kind) {
        return new ImportReport(kind, TIME, new TreeMap<>(), List.of(), List.of());
    }
}
