package io.shelfwright.exploration;

/**
 * The probability that a card is the best one, where the log utility of each is normal around the ranker's with the standard
 * deviation that the engine tells; mixed with a little uniform chance.
 *
 * <p>Drawing from these probabilities is Thompson sampling (probability matching) with a propensity that is exact: the best of drawn
 * utilities has none in closed form, so the card is drawn from the distribution itself, which is found by integration,
 * {@code p_i = int f_i(x) prod_{j != i} F_j(x) dx}, on {@value #CELLS} cells. An error of the integration makes the distribution a slightly
 * different one, and its propensities no less exact.
 */
final class Thompson implements Distribution {
    private static final int CELLS = 128;
    private static final double FAR = 6;
    private static final double RANGE = 5;
    /** Cards that are sure still need a width to be told apart by. */
    private static final double LEAST_DEVIATION = 0.01;

    private final ThompsonSettings settings;

    Thompson(ThompsonSettings settings) {
        this.settings = settings;
    }

    @Override
    public double[] probabilities(Support support) {
        int n = support.size();
        double[] deviations = new double[n];
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            deviations[i] = Math.max(LEAST_DEVIATION, support.deviation(i, settings.spread()));
            // Below the least that the surest good card may be, nothing wins.
            low = Math.max(low, support.logUtility(i) - RANGE * deviations[i]);
            high = Math.max(high, support.logUtility(i) + RANGE * deviations[i]);
        }
        double[] wins = wins(support, deviations, low, (high - low) / CELLS);
        double sum = 0;
        for (double win : wins) {
            sum += win;
        }
        double uniform = settings.epsilon() / n;
        for (int i = 0; i < n; i++) {
            wins[i] = (1 - settings.epsilon()) * wins[i] / sum + uniform;
        }
        return wins;
    }

    /** Returns for each card the probability that its draw is in a cell and all others are below, summed over the cells. */
    private static double[] wins(Support support, double[] deviations, double low, double width) {
        int n = deviations.length;
        double[] wins = new double[n];
        double[] below = new double[n];
        double[] inside = new double[n];
        double[] behind = new double[n + 1];
        double[] to = new double[n];
        for (int i = 0; i < n; i++) {
            to[i] = normal((low - support.logUtility(i)) / deviations[i]);
        }
        for (int cell = 0; cell < CELLS; cell++) {
            double right = low + (cell + 1) * width;
            behind[n] = 1;
            for (int i = n - 1; i >= 0; i--) {
                double from = to[i];
                to[i] = normal((right - support.logUtility(i)) / deviations[i]);
                below[i] = (from + to[i]) / 2;
                inside[i] = to[i] - from;
                behind[i] = behind[i + 1] * below[i];
            }
            double before = 1;
            for (int i = 0; i < n; i++) {
                wins[i] += inside[i] * before * behind[i + 1];
                before *= below[i];
            }
        }
        return wins;
    }

    /** The normal distribution function to 1e-7 (Abramowitz, Stegun 26.2.17). */
    static double normal(double x) {
        if (Math.abs(x) > FAR) {
            return x > 0 ? 1 : 0;
        }
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = 0.3989422804014327
                * Math.exp(-x * x / 2)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x > 0 ? 1 - tail : tail;
    }
}
