package io.shelfwright.exploration;

import io.shelfwright.spi.ExplorationPolicy.Feasible;

/**
 * The cards that may be drawn: the best card, and those of highest optimistic score among the ones good enough.
 *
 * <p>The optimistic score is {@code log utility + min(kappa sd, log 2)}. Ordered by that score, ties by index, so that the
 * support does not depend on how it was found. Cards without a finite log utility are left out.
 */
final class Support {
    private static final double MOST_OPTIMISM = Math.log(2);

    private final Feasible feasible;
    private final int[] cards;
    private final double[] scores;
    private int size;
    private int best;

    Support(Feasible feasible, Guard guard) {
        this.feasible = feasible;
        int most = Math.min(guard.size(), feasible.size());
        cards = new int[most];
        scores = new double[most];
        int bestCard = feasible.best();
        double bestUtility = feasible.logUtility(bestCard);
        double least = bestUtility + Math.log(guard.qualityFloor());
        for (int card = 0; card < feasible.size(); card++) {
            double utility = feasible.logUtility(card);
            if (Double.isFinite(utility) && utility >= least && card != bestCard) {
                insert(card, optimistic(feasible, card, guard.kappa()), most - 1);
            }
        }
        best = insert(bestCard, optimistic(feasible, bestCard, guard.kappa()), most);
    }

    private static double optimistic(Feasible feasible, int card, double kappa) {
        return feasible.logUtility(card) + bounded(kappa * feasible.relativeUncertainty(card));
    }

    private static double bounded(double deviations) {
        return deviations > 0 ? Math.min(deviations, MOST_OPTIMISM) : 0;
    }

    /** Inserts a card in order, dropping the last of {@code most}; returns its position. */
    private int insert(int card, double score, int most) {
        int end = Math.min(size, most - 1);
        if (most == 0 || (size == most && !before(card, score, size - 1))) {
            return -1;
        }
        int position = end;
        while (position > 0 && before(card, score, position - 1)) {
            cards[position] = cards[position - 1];
            scores[position] = scores[position - 1];
            position--;
        }
        cards[position] = card;
        scores[position] = score;
        size = end + 1;
        return position;
    }

    private boolean before(int card, double score, int other) {
        return score > scores[other] || (score == scores[other] && card < cards[other]);
    }

    int size() {
        return size;
    }

    int card(int position) {
        return cards[position];
    }

    /** Returns the optimistic score at a position, which falls with the position. */
    double score(int position) {
        return scores[position];
    }

    /** Returns the log utility of the card at a position. */
    double logUtility(int position) {
        return feasible.logUtility(cards[position]);
    }

    /** Returns so many standard deviations of the log utility at a position, at most log 2; 0 where none is known. */
    double deviation(int position, double times) {
        return bounded(times * feasible.relativeUncertainty(cards[position]));
    }

    /** Returns the position of the card that the packer chose. */
    int best() {
        return best;
    }
}
