package io.shelfwright.sample.simulate.cards;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who streams what, known exactly: listener u streams card i, once seen, with probability
 * {@code 1 / (1 + exp(-(x_u, 1) . theta_i))}. Immutable and thread-safe.
 */
final class CardWorld {
    private final double[][] cards;
    private final Listeners listeners;
    private final int slots;
    private final double[] optimum;
    private final Figures figures;

    /**
     * What could be earned from a visit, on average over the listeners.
     *
     * @param meanProbability of a card
     * @param optimum with the best cards of each listener
     * @param ofSegments with the best cards of each segment
     * @param ofAll with the same best cards for all
     */
    record Figures(double meanProbability, double optimum, double ofSegments, double ofAll) {}

    /**
     * Makes a world.
     *
     * @param cards vectors of one dimension more than the listeners' have
     * @param slots cards shown at once
     * @throws BadRequestException if dimensions do not fit or there are fewer cards than slots
     */
    CardWorld(double[][] cards, Listeners listeners, int slots) {
        int dimensions = listeners.vectors()[0].length;
        if (cards[0].length != dimensions + 1) {
            throw new BadRequestException("cards have " + cards[0].length + " dimensions and listeners " + dimensions
                    + "; cards need one more, for the constant");
        }
        if (cards.length <= slots) {
            throw new BadRequestException(
                    "there are " + cards.length + " cards for " + slots + " slots; more cards than slots are needed");
        }
        this.cards = cards;
        this.listeners = listeners;
        this.slots = slots;
        optimum = new double[listeners.size()];
        figures = measured();
    }

    int cards() {
        return cards.length;
    }

    Listeners listeners() {
        return listeners;
    }

    int segment(int user) {
        return listeners.segments()[user];
    }

    /** Returns the probability that a listener who sees a card streams it. */
    double probability(int user, int card) {
        double[] x = listeners.vectors()[user];
        double[] theta = cards[card];
        double logit = theta[x.length];
        for (int d = 0; d < x.length; d++) {
            logit += x[d] * theta[d];
        }
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** Returns the probability that a listener streams a card of their best list. */
    double optimum(int user) {
        return optimum[user];
    }

    Figures figures() {
        return figures;
    }

    /** Each segment is one task, so that sums do not depend on threads. */
    private Figures measured() {
        int segmentCount = listeners.segmentCount();
        double[][] sums = new double[segmentCount][cards.length];
        IntStream.range(0, segmentCount).parallel().forEach(s -> {
            double[] chances = new double[cards.length];
            for (int user = 0; user < listeners.size(); user++) {
                if (segment(user) == s) {
                    for (int card = 0; card < chances.length; card++) {
                        chances[card] = probability(user, card);
                        sums[s][card] += chances[card];
                    }
                    optimum[user] = earned(user, best(chances));
                }
            }
        });
        double[] total = new double[cards.length];
        int[][] ofSegment = new int[segmentCount][];
        for (int s = 0; s < segmentCount; s++) {
            ofSegment[s] = best(sums[s]);
            for (int card = 0; card < total.length; card++) {
                total[card] += sums[s][card];
            }
        }
        int[] ofAll = best(total);
        double segments = 0;
        double all = 0;
        for (int user = 0; user < listeners.size(); user++) {
            segments += earned(user, ofSegment[segment(user)]);
            all += earned(user, ofAll);
        }
        int n = listeners.size();
        return new Figures(
                Arrays.stream(total).sum() / n / cards.length,
                Arrays.stream(optimum).sum() / n,
                segments / n,
                all / n);
    }

    private double earned(int user, int[] list) {
        double nothing = 1;
        for (int card : list) {
            nothing *= 1 - probability(user, card);
        }
        return 1 - nothing;
    }

    private int[] best(double[] values) {
        int[] list = new int[slots];
        new TopCards(slots).choose(values, new Draws(0), list);
        return list;
    }
}
