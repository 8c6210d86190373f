package io.shelfwright.exploration;

import io.shelfwright.spi.ExplorationPolicy;
import java.util.Optional;
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
        if (!draws(feasible)) {
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

    @Override
    public Optional<double[]> probabilities(Feasible feasible) {
        if (!draws(feasible)) {
            return BestCard.certainly(feasible);
        }
        Support support = new Support(feasible, guard);
        if (support.size() < 2) {
            return BestCard.certainly(feasible);
        }
        double[] bySupport = distribution.probabilities(support);
        double[] byCard = new double[feasible.size()];
        for (int position = 0; position < bySupport.length; position++) {
            byCard[support.card(position)] = bySupport[position];
        }
        return Optional.of(byCard);
    }

    private boolean draws(Feasible feasible) {
        return feasible.size() > 1 && Double.isFinite(feasible.logUtility(feasible.best())) && guard.allows(feasible);
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
