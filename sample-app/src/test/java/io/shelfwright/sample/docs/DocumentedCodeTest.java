package io.shelfwright.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.embedding.FirstPage;
import com.example.embedding.HostCatalog;
import com.example.language.LanguagePlugin;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in the documents is the code that is compiled and run here. */
class DocumentedCodeTest {
    private static final String STARTED = "docs/getting-started.md";
    private static final String PLUGIN = "docs/writing-a-plugin.md";
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record) (\\w+)");
    private static final Path SOURCES = Documents.repository().resolve("sample-app/src/test/java");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {STARTED, PLUGIN, "docs/taste.md"})
    void everyClassOfADocumentIsACompiledOne(String document) throws IOException {
        List<String> blocks = Documents.blocks(document, "java");

        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            Matcher type = TYPE.matcher(block);
            assertThat(type.find()).as(block).isTrue();
            String name = block.lines().findFirst().orElseThrow().replaceAll("^package |;$", "");
            Path source = SOURCES.resolve(name.replace('.', '/')).resolve(type.group(1) + ".java");
            assertThat(block).isEqualTo(Files.readString(source));
        }
    }

    @Test
    void theSampleOfTheReadmeIsWhatIsRunHere() throws IOException {
        String sample = Documents.blocks("README.md", "java").get(0);
        String source = Files.readString(SOURCES.resolve("io/shelfwright/sample/docs/DocumentedCodeTest.java"));

        assertThat(sample.lines()).hasSizeLessThanOrEqualTo(10);
        assertThat(words(source)).contains(words(sample.replace("Path.of(\"home.conf\")", "config")));
    }

    @Test
    void theSampleOfTheReadmeRuns() throws IOException {
        Instant now = Instant.parse("2024-05-01T12:00:00Z");
        new SnapshotStore(directory.resolve("snapshots"), InstantSource.fixed(now))
                .publishCatalog("first", new CatalogBuilder(new HostCatalog(now), now).build());
        Path config = firstConfiguration();

        try (HomeEngine engine = Shelfwright.fromConfig(config)) {
            HomePage page = engine.home(HomeRequest.forUser("u42").market("SE").build());
            engine.record(Feedback.hide("u42", page.shelves().get(0).cards().get(2))); // the next page already knows
        }

        assertThat(directory.resolve("experience")).isNotEmptyDirectory();
    }

    @Test
    void theFirstPageOfTheDocumentIsBuilt() throws IOException {
        firstConfiguration();

        FirstPage.main(new String[] {directory.toString()});

        assertThat(directory.resolve("snapshots").resolve("CURRENT")).hasContent("000001");
    }

    @Test
    void theConfigurationOfThePluginDocumentMakesAPage() throws IOException {
        Instant now = Instant.parse("2024-05-01T12:00:00Z");
        new SnapshotStore(directory.resolve("snapshots"), InstantSource.fixed(now))
                .publishCatalog("first", new CatalogBuilder(new HostCatalog(now), now).build());
        List<ShelfwrightPlugin> plugins = new ArrayList<>(
                PluginRegistry.discover(getClass().getClassLoader()).plugins());
        plugins.add(new LanguagePlugin());

        try (HomeEngine engine = Shelfwright.builder(
                        ConfigReader.readText(Documents.blocks(PLUGIN, "hocon").get(0), directory))
                .plugins(plugins)
                .build()) {
            HomePage page = engine.home(HomeRequest.forUser("u1").build());

            assertThat(page.shelves()).extracting(shelf -> shelf.id()).contains("popular");
            assertThat(page.degradations()).isEmpty();
        }
    }

    @Test
    void theServicesFileOfThePluginDocumentNamesItsPlugin() {
        assertThat(Documents.blocks(PLUGIN, "text")).contains(LanguagePlugin.class.getName() + "\n");
    }

    private Path firstConfiguration() throws IOException {
        return Files.writeString(
                directory.resolve("home.conf"),
                Documents.blocks(STARTED, "hocon").get(0));
    }

    private static String words(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
