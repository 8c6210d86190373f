package io.shelfwright.sample.simulate.cards;

/**
 * Checks told propensities against the draws: over a support of n, the mean of {@code 1 / (n p)} is 1 if each drawn card's p is
 * the probability it was drawn with. Not thread-safe.
 */
final class PropensityHealth {
    private long draws;
    private double sum;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;

    void drawn(double propensity, int support) {
        double ratio = 1 / (support * propensity);
        draws++;
        sum += ratio;
        squares += ratio * ratio;
        least = Math.min(least, propensity);
    }

    void add(PropensityHealth other) {
        draws += other.draws;
        sum += other.sum;
        squares += other.squares;
        least = Math.min(least, other.least);
    }

    long draws() {
        return draws;
    }

    /** Returns the smallest propensity of a drawn card. */
    double least() {
        return least;
    }

    double mean() {
        return sum / draws;
    }

    /** Returns the standard error of {@link #mean}. */
    double error() {
        double mean = mean();
        return Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws);
    }
}
