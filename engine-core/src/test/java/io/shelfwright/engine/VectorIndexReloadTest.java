package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.engine.vectors.VectorIndexes;
import io.shelfwright.engine.vectors.VectorRows;
import io.shelfwright.engine.vectors.VectorSpace;
import io.shelfwright.spi.VectorIndex;
import io.shelfwright.spi.VectorIndexing;
import io.shelfwright.spi.VectorOrigin;
import io.shelfwright.spi.VectorPoints;
import io.shelfwright.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that searches the vectors of the catalog, which outlives most instances. */
class VectorIndexReloadTest {
    private static final String SOURCE = """
            package plugged;

            import io.shelfwright.spi.*;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.function.IntPredicate;

            public final class It implements ShelfwrightPlugin {
                @Override
                public String id() {
                    return "plugged";
                }

                @Override
                public List<PluginFactory<VectorIndexing>> vectorIndexes() {
                    return List.of(PluginFactory.of("plugged", "Finds nothing.", context -> new VectorIndexing() {
                        @Override
                        public void build(VectorPoints points, Path directory, long seed, int threads)
                                throws java.io.IOException {
                            java.nio.file.Files.writeString(directory.resolve("built"), "" + System.nanoTime());
                        }

                        @Override
                        public VectorIndex open(VectorPoints points, Path directory) {
                            return new VectorIndex() {
                                @Override
                                public int[] search(float[] query, int k, IntPredicate accept, int visitLimit) {
                                    return new int[0];
                                }

                                @Override
                                public long bytes() {
                                    return 0;
                                }

                                @Override
                                public void close() {}
                            };
                        }
                    }));
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void nothingKeepsTheCatalogOfAnIndexThatWasReplacedAndOtherReloadsShareIt() {
        Path plugins = directory.resolve("loaded");
        PluginJars plugged = PluginJars.of("plugged", "plugged.It").source("plugged.It", SOURCE);
        plugged.writeTo(plugins.resolve("plugged.jar"));
        StampPlugin.plain().build(1).writeTo(directory.resolve("plugins").resolve("stamp.jar"));
        WatchedSource source = new WatchedSource(plugins);
        try (EngineWorld world = new EngineWorld(directory)
                .items(60)
                .config(StampPlugin.CONFIG)
                .config("vectors { index = plugged, exact-up-to = 1 }")) {
            List<Item> items =
                    CatalogFiles.read(world.snapshots.open().catalog()).items();
            world.snapshots.publishVectors("vectors", target -> write(target, items));
            try (HomeEngine engine = world.builder().pluginSource(source).build()) {
                for (int user = 0; user < 20; user++) {
                    engine.record(Interaction.of(
                                    "u" + user,
                                    InteractionType.PLAY,
                                    items.get(user).id())
                            .at(EngineWorld.NOW));
                    engine.home(EngineWorld.request("u" + user).build());
                }

                StampPlugin.plain()
                        .build(2)
                        .writeTo(directory.resolve("plugins").resolve("stamp.jar"));
                assertThat(engine.reloadPlugins().reloaded()).containsExactly("stamp");
                assertThat(source.loaders()).hasSize(1);
                engine.home(EngineWorld.request("u1").build());

                plugged.version("2.0").writeTo(plugins.resolve("plugged.jar"));
                String before = engine.home(EngineWorld.request("u2").build()).configHash();
                assertThat(engine.reloadPlugins().reloaded()).containsExactly("plugged");
                assertThat(engine.home(EngineWorld.request("u2").build()).configHash())
                        .isNotEqualTo(before);

                assertThat(source.loaders()).hasSize(2);
                source.requireOnlyTheLastLoaderLeft();
            }
        }
    }

    @Test
    void whoeverPublishesVectorsTheirIndexIsPublishedWithThemOnce() throws IOException {
        Path plugins = directory.resolve("loaded");
        PluginJars.of("plugged", "plugged.It").source("plugged.It", SOURCE).writeTo(plugins.resolve("plugged.jar"));
        try (EngineWorld world =
                new EngineWorld(directory).items(60).config("vectors { index = plugged, exact-up-to = 59 }")) {
            SnapshotStore store = world.snapshots.checkedBy(
                    world.builder().pluginSource(new WatchedSource(plugins)).doorman());
            List<Item> items =
                    CatalogFiles.read(world.snapshots.open().catalog()).items();

            String first = store.publishVectors("vectors", target -> writeVectors(target, items));
            String second = store.publishModels("models", models -> {});

            assertThat(index(world, first).resolve("index.json")).content().contains("plugged");
            assertThat(index(world, second).resolve("dot").resolve("built"))
                    .hasSameTextualContentAs(index(world, first).resolve("dot").resolve("built"));
        }
    }

    @Test
    void fewVectorsAreSearchedExactlyAndHaveNoIndex() throws IOException {
        Path plugins = directory.resolve("loaded");
        PluginJars.of("plugged", "plugged.It").source("plugged.It", SOURCE).writeTo(plugins.resolve("plugged.jar"));
        try (EngineWorld world =
                new EngineWorld(directory).items(60).config("vectors { index = plugged, exact-up-to = 60 }")) {
            SnapshotStore store = world.snapshots.checkedBy(
                    world.builder().pluginSource(new WatchedSource(plugins)).doorman());
            List<Item> items =
                    CatalogFiles.read(world.snapshots.open().catalog()).items();

            String version = store.publishVectors("vectors", target -> writeVectors(target, items));

            assertThat(index(world, version)).doesNotExist();
        }
    }

    private static Path index(EngineWorld world, String version) {
        return world.snapshots.open(version).vectors().resolve("collaborative").resolve("index");
    }

    private static void writeVectors(Path target, List<Item> items) throws IOException {
        VectorSpace space = new VectorSpace("collaborative", 4, "synthetic", 1, Map.of("users", 10L), Optional.empty());
        VectorFiles.write(target, space, items, new Diagonal());
    }

    private static void write(Path target, List<Item> items) throws IOException {
        writeVectors(target, items);
        new VectorIndexes("plugged", new Marked(), 1).build(target, items, 1);
    }

    /** An indexing that leaves a file, as the plugin's would. */
    private static final class Marked implements VectorIndexing {
        @Override
        public void build(VectorPoints points, Path directory, long seed, int threads) throws IOException {
            Files.writeString(directory.resolve("index.bin"), "synthetic");
        }

        @Override
        public VectorIndex open(VectorPoints points, Path directory) {
            throw new IllegalStateException("only the plugin's is opened");
        }
    }

    private static final class Diagonal implements VectorRows {
        @Override
        public VectorOrigin origin(int item) {
            return VectorOrigin.LEARNED;
        }

        @Override
        public void copy(int item, float[] target) {
            target[item % target.length] = 1;
            target[(item + 1) % target.length] = item / 60f;
        }
    }
}
