package io.shelfwright.testkit;

import io.shelfwright.spi.ExplorationPolicy;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Many draws of a policy from the same cards, with the seeds 0, 1, 2 and so on. */
final class Draws {
    private final int[] counts;
    private final double[] least;
    private final double[] greatest;
    private int support;

    Draws(ExplorationPolicy policy, TestFeasible cards, int draws) {
        counts = new int[cards.size()];
        least = new double[cards.size()];
        greatest = new double[cards.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (long seed = 0; seed < draws; seed++) {
            ExplorationPolicy.Choice choice = policy.choose(cards, new SplittableRandom(seed));
            int card = choice.card();
            counts[card]++;
            least[card] = Math.min(least[card], choice.propensity());
            greatest[card] = Math.max(greatest[card], choice.propensity());
            support = Math.max(support, choice.supportSize());
        }
    }

    int count(int card) {
        return counts[card];
    }

    /** Returns the greatest probability told for a card, 0 for one that was never drawn. */
    double probability(int card) {
        return greatest[card];
    }

    /** Returns by how much the probabilities differ that were told for a card. */
    double spread(int card) {
        return counts[card] == 0 ? 0 : greatest[card] - least[card];
    }

    /** Returns the sum of the probabilities of the cards that were drawn. */
    double sum() {
        return Arrays.stream(greatest).sum();
    }

    int distinct() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** Returns the number of cards that could be drawn, as the policy told. */
    int support() {
        return support;
    }
}
