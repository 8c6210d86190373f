package io.shelfwright.neural;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/**
 * Brings the ranker {@code neural} and its trainer: a small network, trained and served with DJL on PyTorch.
 *
 * <p>PyTorch's native library is no dependency of this module, since it weighs over 100 MB: a host that wants this ranker
 * adds {@code ai.djl.pytorch:pytorch-native-cpu} for its platform. Nothing of DJL is loaded before an instance is made.
 */
public final class NeuralPlugin implements ShelfwrightPlugin {
    static final String NAME = "neural";

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return List.of(PluginFactory.of(
                NAME,
                "Scores with a small neural network on PyTorch, all objectives at once.",
                NeuralRankerSettings.class,
                NeuralRanker::open));
    }

    @Override
    public List<PluginFactory<RankerTrainer>> trainers() {
        return List.of(PluginFactory.of(
                NAME,
                "Trains a small neural network with one output for each objective.",
                NeuralTrainerSettings.class,
                (settings, context) -> new NeuralTrainer(settings)));
    }
}
