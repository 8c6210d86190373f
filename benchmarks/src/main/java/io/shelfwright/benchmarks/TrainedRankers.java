package io.shelfwright.benchmarks;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.TrainingSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Trains rankers on rows of the running feature transform and publishes them in one new snapshot. */
final class TrainedRankers {
    private static final int PER_SHELF = 60;

    private TrainedRankers() {}

    /**
     * Trains and publishes.
     *
     * @param trainers settings of each ranker's trainer, by key
     * @param pages pages of which rows are taken
     */
    static void publish(BenchmarkWorld world, Map<String, Map<String, ?>> trainers, int pages) {
        TrainingSet rows = rows(world, pages);
        PluginRegistry registry = PluginRegistry.discover(TrainedRankers.class.getClassLoader());
        world.snapshots().publishModels("synthetic", models -> {
            for (String ranker : trainers.keySet()) {
                var trainer = registry.factory(PluginKind.TRAINER, ranker).orElseThrow();
                Path directory = Files.createDirectories(models.resolve(ranker));
                ModelOnly context = new ModelOnly(rows.features().schema(), directory);
                trainer.create(PluginSettings.of(trainer.settingsType(), trainers.get(ranker)), context)
                        .train(rows, 11, directory, line -> {});
            }
        });
    }

    private static TrainingSet rows(BenchmarkWorld world, int pages) {
        RowCollector collector = new RowCollector();
        try (HomeEngine engine = world.engine(world.config(RowCollector.NAME, PER_SHELF), Metrics.NONE, collector)) {
            for (int page = 0; page < pages; page++) {
                HomePage made = engine.home(world.request(page));
                if (!made.ranker().equals(RowCollector.NAME)) {
                    throw new IllegalStateException("no rows were collected: " + made.degradations());
                }
            }
        }
        return collector.trainingSet();
    }
}
