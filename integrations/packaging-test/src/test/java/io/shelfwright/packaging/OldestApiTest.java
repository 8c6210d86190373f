package io.shelfwright.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.PluginInfo;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.spi.CatalogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that was compiled against the oldest supported API, in today's engine. */
class OldestApiTest {
    private static final Path OLDEST = Jars.root().resolve("engine-api/baseline/engine-api-1.0.jar");
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void aPluginOfTheOldestApiStillServesAShelf() throws Exception {
        Path plugins = Files.createDirectory(directory.resolve("plugins"));
        compile(plugins.resolve("oldest.jar"));
        Path config = Files.writeString(directory.resolve("home.conf"), """
                page { rows = 1, columns = 6 }
                vectors { index = exact }
                shelves = [ { id = first, title = First, generators = [first] } ]
                generators = [ { name = first, factory = from-the-start, items = 8 } ]
                rules { scores = [ { name = even, factory = even-handed } ] }
                deadlines { recall = 20s, features = 20s, ranking = 20s, rule = 20s, packing = 20s }
                storage { users { factory = in-memory } }
                """);
        new SnapshotStore(directory.resolve("snapshots"), InstantSource.fixed(NOW))
                .publishCatalog("first", new CatalogBuilder(new TwentyAlbums(), NOW).build());

        try (HomeEngine engine = Shelfwright.fromConfig(config)) {
            HomePage page = engine.home(HomeRequest.forUser("u").build());

            assertThat(page.degradations()).isEmpty();
            assertThat(page.shelves().get(0).cards()).hasSize(6);
            assertThat(engine.plugins())
                    .filteredOn(plugin -> plugin.id().equals("oldest"))
                    .extracting(PluginInfo::state)
                    .containsExactly(PluginInfo.State.ACTIVE);
        }
    }

    private void compile(Path jar) throws IOException {
        Path classes = Files.createDirectory(directory.resolve("classes"));
        Compilation.compile(
                Compilation.sources(Path.of("src/oldest/java")), "--class-path", OLDEST.toString(), classes);
        Path services = classes.resolve("META-INF/services/io.shelfwright.spi.ShelfwrightPlugin");
        Files.createDirectories(services.getParent());
        Files.writeString(services, "com.example.oldest.OldestPlugin\n");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Shelfwright-Plugin-Id", "oldest");
        main.putValue("Shelfwright-Plugin-Version", "1.0");
        main.putValue("Shelfwright-Api-Version", "[1.0,2)");
        Compilation.jar(classes, manifest, jar);
    }

    /** A synthetic catalog. */
    private static final class TwentyAlbums implements CatalogSource {
        @Override
        public Map<String, String> artistNames() {
            return Map.of();
        }

        @Override
        public void interactions(Consumer<Interaction> consumer) {
            consumer.accept(Interaction.of("u", InteractionType.PLAY, "album-1")
                    .withId("first")
                    .at(NOW.minusSeconds(60)));
        }

        @Override
        public void items(Consumer<Item> consumer) {
            for (int i = 0; i < 20; i++) {
                consumer.accept(
                        Item.builder("album-" + i, ItemKind.ALBUM, "Album " + i).build());
            }
        }
    }
}
