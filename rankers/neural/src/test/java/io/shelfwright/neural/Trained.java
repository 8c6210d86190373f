package io.shelfwright.neural;

import io.shelfwright.spi.TrainingSet;
import io.shelfwright.testkit.TestContext;
import java.nio.file.Path;
import java.util.List;

/** Trains and opens models for tests, through the plugin's factories as the engine does. */
final class Trained {
    static final NeuralTrainerSettings SETTINGS = new NeuralTrainerSettings(List.of("16", "8"), 12, 128, 0.01, 0.1, 4);

    private Trained() {}

    static Path train(TrainingSet data, long seed, Path directory) {
        new NeuralPlugin()
                .trainers()
                .get(0)
                .create(SETTINGS, TestContext.empty())
                .train(data, seed, directory, line -> {});
        return directory;
    }

    static NeuralRanker open(Path directory) {
        TestContext context = TestContext.empty().withInstanceName("net").withModel("net", directory);
        return NeuralRanker.open(new NeuralRankerSettings(""), context);
    }
}
