package io.shelfwright.exploration;

import java.util.Arrays;

/** The best card with {@code 1 - eps + eps/n}, every other card with {@code eps/n}. */
final class EpsilonGreedy implements Distribution {
    private final EpsilonGreedySettings settings;

    EpsilonGreedy(EpsilonGreedySettings settings) {
        this.settings = settings;
    }

    @Override
    public double[] probabilities(Support support) {
        double[] probabilities = new double[support.size()];
        Arrays.fill(probabilities, settings.epsilon() / probabilities.length);
        probabilities[support.best()] += 1 - settings.epsilon();
        return probabilities;
    }
}
