package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;

/** Finds the cards of highest score; those of equal score in random order. Not thread-safe. */
final class TopCards {
    private final double[] scores;
    private final long[] ties;

    TopCards(int most) {
        scores = new double[most];
        ties = new long[most];
    }

    /** Writes the cards of highest score, best first, into a list of at most as many slots as this was made for. */
    void choose(double[] scoreOfCard, Draws draws, int[] list) {
        int size = 0;
        for (int card = 0; card < scoreOfCard.length; card++) {
            double score = scoreOfCard[card];
            if (size == list.length && score < scores[size - 1]) {
                continue;
            }
            long tie = draws.nextLong();
            if (size == list.length && !before(score, tie, size - 1)) {
                continue;
            }
            int at = size == list.length ? size - 1 : size++;
            while (at > 0 && before(score, tie, at - 1)) {
                scores[at] = scores[at - 1];
                ties[at] = ties[at - 1];
                list[at] = list[at - 1];
                at--;
            }
            scores[at] = score;
            ties[at] = tie;
            list[at] = card;
        }
    }

    private boolean before(double score, long tie, int other) {
        return score > scores[other] || (score == scores[other] && tie > ties[other]);
    }
}
