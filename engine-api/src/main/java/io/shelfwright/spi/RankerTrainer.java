package io.shelfwright.spi;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Trains a model for the ranker of the same factory name; the same data and seed give the same model.
 *
 * <p>Rows that are {@linkplain TrainingSet#heldOut held out} decide when to stop and teach nothing. Settings that a search may
 * try carry {@link Tunable}.
 *
 * <p>A trainer that takes longer than {@code resilience.training-deadline} is interrupted, and nothing is published.
 */
public interface RankerTrainer {

    /**
     * Trains and writes the model's files into an empty directory, {@link ModelFiles#SCHEMA} among them.
     *
     * @param progress told now and then what is being done, one line at a time
     * @throws IllegalArgumentException if the data cannot train a model (one class only, no rows, no weight), saying so
     */
    void train(TrainingSet data, long seed, Path directory, Consumer<String> progress);

    /**
     * Returns whether {@link TrainingSet#offset} is added to the logits in training. A trainer that cannot is never given any;
     * position correction by an input is refused for it.
     */
    default boolean usesOffsets() {
        return false;
    }
}
