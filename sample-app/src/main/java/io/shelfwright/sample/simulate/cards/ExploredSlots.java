package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;

/**
 * Draws the cards of declared slots after a list was made, each with an exact propensity: a softmax of log chance with bounded
 * optimism, mixed with a little uniform chance, over the best cards that are not elsewhere in the list.
 *
 * <p>The propensity is given the cards before the slot, as those of {@code plackett-luce} on pages are. Not thread-safe.
 */
final class ExploredSlots {
    private static final int[] DECLARED = {4, 8};
    private static final int SUPPORT = 60;
    private static final double TEMPERATURE = 0.25;
    private static final double EPSILON = 0.02;
    private static final double KAPPA = 1;
    private static final double MOST_OPTIMISM = StrictMath.log(2);

    private final PropensityHealth health = new PropensityHealth();
    private final Carousel carousel;
    private final double[] scores;
    private final int[] support;
    private final double[] probabilities;
    private final TopCards top;

    ExploredSlots(Carousel carousel, int cards) {
        this.carousel = carousel;
        scores = new double[cards];
        support = new int[Math.min(SUPPORT, cards - carousel.slots() + 1)];
        probabilities = new double[support.length];
        top = new TopCards(support.length);
    }

    /** Returns how the told propensities fit the draws. */
    PropensityHealth health() {
        return health;
    }

    /** Draws the declared slots of a list anew, in the order of the slots. */
    void draw(double[] chances, double[] worth, int[] list, Draws draws) {
        for (int slot : DECLARED) {
            if (slot >= carousel.visible() && slot < list.length) {
                for (int card = 0; card < scores.length; card++) {
                    scores[card] = score(chances[card], worth[card]);
                }
                for (int other = 0; other < list.length; other++) {
                    if (other != slot) {
                        scores[list[other]] = Double.NEGATIVE_INFINITY;
                    }
                }
                list[slot] = draw(draws);
            }
        }
    }

    static double score(double chance, double worth) {
        double relative = Math.sqrt((1 - chance) / (chance * (worth + 1)));
        return StrictMath.log(chance) + Math.min(KAPPA * relative, MOST_OPTIMISM);
    }

    private int draw(Draws draws) {
        top.choose(scores, draws, support);
        double sum = 0;
        for (int i = 0; i < support.length; i++) {
            probabilities[i] = StrictMath.exp((scores[support[i]] - scores[support[0]]) / TEMPERATURE);
            sum += probabilities[i];
        }
        double uniform = EPSILON / support.length;
        double left = draws.next();
        int drawn = support.length - 1;
        for (int i = 0; i < support.length; i++) {
            probabilities[i] = (1 - EPSILON) * probabilities[i] / sum + uniform;
            if (left >= 0) {
                left -= probabilities[i];
                drawn = i;
            }
        }
        health.drawn(Math.min(1, probabilities[drawn]), support.length);
        return support[drawn];
    }
}
