package io.shelfwright.exploration;

import io.shelfwright.spi.ExplorationPolicy;
import java.util.random.RandomGenerator;

/** Takes the best card: no exploration. */
final class BestCard implements ExplorationPolicy {
    @Override
    public Choice choose(Feasible feasible, RandomGenerator random) {
        return of(feasible);
    }

    static Choice of(Feasible feasible) {
        return new Choice(feasible.best(), 1, 1);
    }
}
