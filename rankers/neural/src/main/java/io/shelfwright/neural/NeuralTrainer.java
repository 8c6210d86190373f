package io.shelfwright.neural;

import ai.djl.Model;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.TrainingSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Trains one network with an output for each objective: weighted log loss, Adam, early stopping on held-out groups.
 *
 * <p>All chance (first weights, order of rows, hidden values) is drawn here from the seed, none by PyTorch, and PyTorch
 * runs on one thread: on one kind of machine the same data, settings and seed give the same bytes. Trainings in one
 * process wait for each other, since PyTorch collects gradients for one at a time.
 */
final class NeuralTrainer implements RankerTrainer {
    private static final double HELD_OUT_SHARE = 0.1;
    private static final Object ONE_AT_A_TIME = new Object();

    private final NeuralTrainerSettings settings;

    NeuralTrainer(NeuralTrainerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
        int[] objectives = Labels.trainable(data, progress);
        GroupSplit split = GroupSplit.of(data, HELD_OUT_SHARE, seed);
        Normalisation normalisation = Normalisation.of(data.features(), split.learning());
        Network network = Network.of(normalisation.inputs(), settings.hiddenUnits(), objectives.length);
        List<String> names =
                Arrays.stream(objectives).mapToObj(data.objectives()::get).toList();
        SplittableRandom random = new SplittableRandom(seed);
        Parameters first = Parameters.draw(network, Labels.logOdds(data, split.learning(), objectives), random.split());
        synchronized (ONE_AT_A_TIME) {
            try (Model model = PyTorch.newModel("network")) {
                network.initialise(model, first);
                TrainingRows rows = new TrainingRows(data, objectives, normalisation);
                Parameters best = new TrainingRun(settings, model, rows, split, random, progress).run(network);
                Network.write(model.getBlock(), best);
                new NeuralModel(data.features().schema(), names, network, normalisation, model).write(directory);
            }
        }
    }

    @Override
    public boolean usesOffsets() {
        return true;
    }
}
