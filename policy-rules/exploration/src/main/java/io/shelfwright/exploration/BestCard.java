package io.shelfwright.exploration;

import io.shelfwright.spi.ExplorationPolicy;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes the best card: no exploration. */
final class BestCard implements ExplorationPolicy {
    @Override
    public Choice choose(Feasible feasible, RandomGenerator random) {
        return of(feasible);
    }

    @Override
    public Optional<double[]> probabilities(Feasible feasible) {
        return certainly(feasible);
    }

    /** Returns probability 1 for the best card. */
    static Optional<double[]> certainly(Feasible feasible) {
        double[] probabilities = new double[feasible.size()];
        probabilities[feasible.best()] = 1;
        return Optional.of(probabilities);
    }

    static Choice of(Feasible feasible) {
        return new Choice(feasible.best(), 1, 1);
    }
}
