package io.shelfwright.sample.simulate.cards;

/**
 * Cumulative regret of one policy over seeds.
 *
 * @param policy its name
 * @param bySeed regret after each round, one row a seed
 * @param propensities of what it drew, over all seeds
 */
@SuppressWarnings("ArrayRecordComponent") // rows of a table, compared by nobody
record RegretCurve(String policy, double[][] bySeed, PropensityHealth propensities) {

    int rounds() {
        return bySeed[0].length;
    }

    /** Returns the mean over seeds after a number of rounds from 1; 0 before the first. */
    double mean(int rounds) {
        if (rounds == 0) {
            return 0;
        }
        double sum = 0;
        for (double[] curve : bySeed) {
            sum += curve[rounds - 1];
        }
        return sum / bySeed.length;
    }

    /** Returns the standard deviation over seeds; NaN for a single one. */
    double deviation(int rounds) {
        double mean = mean(rounds);
        double squares = 0;
        for (double[] curve : bySeed) {
            squares += (curve[rounds - 1] - mean) * (curve[rounds - 1] - mean);
        }
        return Math.sqrt(squares / (bySeed.length - 1.0));
    }
}
