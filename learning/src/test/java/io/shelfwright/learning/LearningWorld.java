package io.shelfwright.learning;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.engine.CorePlugin;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.gbdt.GbdtPlugin;
import io.shelfwright.logistic.LogisticPlugin;
import io.shelfwright.neural.NeuralPlugin;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A directory with an empty catalog, a synthetic log, and the plugins to learn with. */
final class LearningWorld {
    final SnapshotStore snapshots;
    private final Path directory;

    LearningWorld(Path directory, SyntheticLog log) {
        this.directory = directory;
        quicken(directory);
        snapshots = new SnapshotStore(directory.resolve("snapshots"), InstantSource.fixed(TestPages.AT));
        snapshots.publishCatalog("empty", new CatalogBuilder(new EmptySource(), TestPages.AT).build());
        TestPages.log(experience(), log.pages, log.interactions);
    }

    /** The default criteria with fewer draws: what tests need of intervals they have by then. */
    private static void quicken(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("shipping.conf"), "evaluation { replicates = 200 }\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path experience() {
        return directory.resolve("experience");
    }

    PluginRegistry plugins(ShelfwrightPlugin... more) {
        List<ShelfwrightPlugin> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(
                new CorePlugin(), new TestFeatures(), new LogisticPlugin(), new GbdtPlugin(), new NeuralPlugin()));
        return new PluginRegistry(all);
    }

    LearningRequest request(String ranker, String trainerSettings) {
        return request(ranker, trainerSettings, "");
    }

    /** Returns a request whose configuration has these lines too. */
    LearningRequest request(String ranker, String trainerSettings, String more) {
        return LearningRequest.of(ConfigReader.readText("""
            features = [four]
            ranking.ladder = [{name = trees, factory = gbdt}, prior]
            shelves = [{id = a, title = A, kind = albums, generators = [g]}]
            generators = [{name = g, factory = g}]
            """ + more, directory), snapshots, experience(), ranker)
                .trainerSettings(ConfigFactory.parseString(trainerSettings).root());
    }

    private static final class EmptySource implements CatalogSource {
        @Override
        public void items(Consumer<Item> consumer) {}

        @Override
        public Map<String, String> artistNames() {
            return Map.of();
        }

        @Override
        public void interactions(Consumer<Interaction> consumer) {}
    }
}
