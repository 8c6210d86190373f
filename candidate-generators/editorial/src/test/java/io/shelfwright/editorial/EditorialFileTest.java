package io.shelfwright.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorialFileTest {
    private static final String ONE = "shelves: [{id: one, title: One, items: [a]}]";
    private static final String OTHER = "shelves: [{id: other, title: Other, items: [a]}]";
    private static final String BROKEN = "shelves: [{id: broken, titel: Broken, items: [a]}]";

    @TempDir
    Path directory;

    private Path path;
    private Instant now = TestRequests.AT;

    @BeforeEach
    void start() {
        path = directory.resolve("shelves.yaml");
    }

    @Test
    void aChangeIsSeenAtTheNextLookThatIsDue() throws IOException {
        EditorialFile file = open(ONE);
        write(OTHER);

        now = now.plusSeconds(4);
        assertThat(ids(file)).containsExactly("one");
        now = now.plusSeconds(1);
        assertThat(ids(file)).containsExactly("other");
    }

    @Test
    void aBrokenVersionKeepsTheLastGoodOneUntilItIsMended() throws IOException {
        EditorialFile file = open(ONE);
        assertThat(file.warnings()).singleElement().asString().contains("names the item 'a'");

        write(BROKEN);
        now = now.plusSeconds(5);
        assertThat(ids(file)).containsExactly("one");
        assertThat(file.warnings()).anySatisfy(warning -> assertThat(warning)
                .contains("unknown key 'titel'")
                .contains("the version before it stays in use"));

        write(OTHER);
        now = now.plusSeconds(5);
        assertThat(ids(file)).containsExactly("other");
        assertThat(file.warnings()).hasSize(1);
    }

    @Test
    void aFileThatVanishesKeepsTheLastGoodVersion() throws IOException {
        EditorialFile file = open(ONE);
        Files.delete(path);
        now = now.plusSeconds(5);

        assertThat(ids(file)).containsExactly("one");
        assertThat(file.warnings()).anySatisfy(warning -> assertThat(warning).contains("there is no such file"));
    }

    @Test
    void aClockThatJumpsBackDoesNotStopTheLooks() throws IOException {
        EditorialFile file = open(ONE);
        write(OTHER);
        now = now.minusSeconds(3600);

        assertThat(ids(file)).containsExactly("other");
    }

    @Test
    void aBrokenFileAtStartIsRefusedWithAllItsProblems() throws IOException {
        write(BROKEN);

        assertThatThrownBy(this::open)
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("2 problems")
                .hasMessageContaining("unknown key 'titel'")
                .hasMessageContaining("the key 'title' is missing");
    }

    private EditorialFile open(String text) throws IOException {
        write(text);
        return open();
    }

    private EditorialFile open() {
        return new EditorialFile(path, new EditionReader(path, TestCatalog.of()), () -> now, Duration.ofSeconds(5));
    }

    private void write(String text) throws IOException {
        Files.writeString(path, text);
    }

    private static List<String> ids(EditorialFile file) {
        return file.current().shelves().stream().map(EditorialShelf::id).toList();
    }
}
