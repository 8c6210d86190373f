package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;

/** Small worlds of synthetic cards and listeners. */
final class SmallWorlds {
    private static final int DIMENSIONS = 4;

    private SmallWorlds() {}

    /** Returns cards of which a few are streamed often and most hardly ever. */
    static double[][] cards(int count, long seed) {
        double[][] cards = new double[count][DIMENSIONS + 1];
        for (int card = 0; card < count; card++) {
            Draws draws = new Draws(seed, 1, card);
            for (int d = 0; d < DIMENSIONS; d++) {
                cards[card][d] = draws.gauss();
            }
            cards[card][DIMENSIONS] = -4.5;
        }
        return cards;
    }

    /** Returns listeners around a centre for each segment. */
    static Listeners listeners(int segments, int each, long seed) {
        double[][] vectors = new double[segments * each][DIMENSIONS];
        int[] segmentOf = new int[vectors.length];
        for (int user = 0; user < vectors.length; user++) {
            segmentOf[user] = user / each;
            Draws centre = new Draws(seed, 2, segmentOf[user]);
            Draws own = new Draws(seed, 3, user);
            for (int d = 0; d < DIMENSIONS; d++) {
                vectors[user][d] = (d == 0 ? 1 : 0) + 0.5 * centre.gauss() + 0.2 * own.gauss();
            }
        }
        return new Listeners(vectors, segmentOf);
    }

    static CardWorld world(int segments, int each, int cards, int slots, long seed) {
        return new CardWorld(cards(cards, seed), listeners(segments, each, seed), slots);
    }
}
