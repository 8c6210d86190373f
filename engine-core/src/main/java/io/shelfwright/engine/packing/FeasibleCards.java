package io.shelfwright.engine.packing;

import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;

/** The cards that may be drawn in one slot. */
final class FeasibleCards implements ExplorationPolicy.Feasible {
    private static final double PRIOR_VIEWS = 40;

    private final Visit visit;
    private final int[] candidates;
    private final int[] items;
    private final double[] logUtilities;
    private int size;
    private int best = -1;

    FeasibleCards(Visit visit, int capacity) {
        this.visit = visit;
        candidates = new int[capacity];
        items = new int[capacity];
        logUtilities = new double[capacity];
    }

    void add(int candidate, int item, double logUtility, boolean isBest) {
        candidates[size] = candidate;
        items[size] = item;
        logUtilities[size] = logUtility;
        if (isBest) {
            best = size;
        }
        size++;
    }

    /**
     * Returns the cards that could have been drawn, as another model scores them; the one it likes most is then the best.
     *
     * @param drawn probability of each card here; those of 0 are left out
     * @param before utilities of all candidates that these cards have
     * @param after utilities of all candidates by the other model
     */
    FeasibleCards scored(double[] drawn, double[] before, double[] after) {
        FeasibleCards scored = new FeasibleCards(visit, size);
        double most = Double.NEGATIVE_INFINITY;
        for (int card = 0; card < size; card++) {
            if (drawn[card] > 0) {
                int candidate = candidates[card];
                double utility = logUtilities[card] - Math.log(before[candidate]) + Math.log(after[candidate]);
                scored.add(candidate, items[card], utility, scored.best < 0 || utility > most);
                most = Math.max(most, utility);
            }
        }
        return scored;
    }

    int candidate(int card) {
        return candidates[card];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double logUtility(int card) {
        return logUtilities[card];
    }

    /** Of a Beta posterior with mean m after n views, prior ones included: {@code sqrt((1 - m) / (m n))}. */
    @Override
    public double relativeUncertainty(int card) {
        ItemStatistics statistics = visit.generation().catalog().statistics();
        double mean = Math.min(0.999, Math.max(1e-4, statistics.expectedEngagement(items[card])));
        double views = statistics.views(items[card]) + PRIOR_VIEWS;
        return Math.sqrt((1 - mean) / (mean * views));
    }

    @Override
    public int best() {
        return best;
    }

    @Override
    public UserState user() {
        return visit.user();
    }

    @Override
    public RequestContext context() {
        return visit.context();
    }
}
