package io.shelfwright.engine;

import io.shelfwright.spi.ExplorationPolicy;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes the best card, for certain. */
final class NoExploration implements ExplorationPolicy {
    @Override
    public Choice choose(Feasible feasible, RandomGenerator random) {
        return new Choice(feasible.best(), 1, 1);
    }

    @Override
    public Optional<double[]> probabilities(Feasible feasible) {
        double[] probabilities = new double[feasible.size()];
        probabilities[feasible.best()] = 1;
        return Optional.of(probabilities);
    }
}
