package io.shelfwright.exploration;

import io.shelfwright.spi.ExplorationPolicy;
import java.util.random.RandomGenerator;

/** Draws from a distribution over a support, within a user's budget; takes the best card where there is nothing to draw. */
final class DrawingPolicy implements ExplorationPolicy {
    private final Guard guard;
    private final Distribution distribution;

    DrawingPolicy(Guard guard, Distribution distribution) {
        this.guard = guard;
        this.distribution = distribution;
    }

    @Override
    public Choice choose(Feasible feasible, RandomGenerator random) {
        if (feasible.size() < 2 || !Double.isFinite(feasible.logUtility(feasible.best())) || !guard.allows(feasible)) {
            return BestCard.of(feasible);
        }
        Support support = new Support(feasible, guard);
        if (support.size() < 2) {
            return BestCard.of(feasible);
        }
        double[] probabilities = distribution.probabilities(support);
        int position = draw(probabilities, random.nextDouble());
        // Rounding may lift a near-certain card above 1.
        double propensity = Math.min(1, probabilities[position]);
        return new Choice(support.card(position), propensity, support.size());
    }

    /** Returns the position whose interval of the cumulative probability holds a number from [0, 1). */
    private static int draw(double[] probabilities, double uniform) {
        double cumulative = 0;
        for (int i = 0; i < probabilities.length; i++) {
            cumulative += probabilities[i];
            if (uniform < cumulative) {
                return i;
            }
        }
        return probabilities.length - 1;
    }
}
