package io.shelfwright.testkit;

import java.util.random.RandomGenerator;

/**
 * 2 to 9 cards of different utilities and uncertainties.
 *
 * @param logUtilities one a card
 * @param uncertainties one a card
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SeededCards(double[] logUtilities, double[] uncertainties) {
    private static final int MOST = 9;

    static SeededCards draw(RandomGenerator random) {
        int count = 2 + random.nextInt(MOST - 1);
        double[] logUtilities = new double[count];
        double[] uncertainties = new double[count];
        for (int card = 0; card < count; card++) {
            logUtilities[card] = -3 + random.nextDouble();
            uncertainties[card] = random.nextDouble();
        }
        return new SeededCards(logUtilities, uncertainties);
    }

    SeededCards reversed() {
        double[] turned = new double[logUtilities.length];
        double[] turnedUncertainties = new double[turned.length];
        for (int card = 0; card < turned.length; card++) {
            turned[card] = logUtilities[turned.length - 1 - card];
            turnedUncertainties[card] = uncertainties[turned.length - 1 - card];
        }
        return new SeededCards(turned, turnedUncertainties);
    }

    TestFeasible feasible() {
        return TestFeasible.of(logUtilities).withUncertainties(uncertainties);
    }
}
