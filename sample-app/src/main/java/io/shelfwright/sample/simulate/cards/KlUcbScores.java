package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;
import io.shelfwright.sample.simulate.cards.SegmentPolicy.Scores;

/**
 * The largest mean that is still credible, for Bernoulli rewards (Garivier, Cappé 2011): the greatest q with
 * {@code n kl(p, q) <= log t}. A card's bound is found anew when its counts have changed, as in the paper's code.
 */
final class KlUcbScores implements Scores {
    private static final double PRECISION = 1e-6;
    private static final double EDGE = 1e-15;

    private final double[][] bounds;
    private final int[][] knownViews;

    KlUcbScores(CardWorld world) {
        bounds = new double[world.listeners().segmentCount()][world.cards()];
        knownViews = new int[bounds.length][world.cards()];
    }

    @Override
    public void write(int segment, SegmentCounts counts, Draws draws, double[] values) {
        for (int card = 0; card < values.length; card++) {
            int views = counts.views(segment, card);
            if (views == 0) {
                values[card] = 1;
                continue;
            }
            if (knownViews[segment][card] != views) {
                knownViews[segment][card] = views;
                bounds[segment][card] = bound(counts.streams(segment, card), views, counts.total());
            }
            values[card] = bounds[segment][card];
        }
    }

    static double bound(int streams, int views, long total) {
        double p = (double) streams / views;
        double most = StrictMath.log(total) / views;
        double low = p;
        double high = 1;
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            if (divergence(p, middle) > most) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double divergence(double p, double q) {
        double x = Math.min(Math.max(p, EDGE), 1 - EDGE);
        double y = Math.min(Math.max(q, EDGE), 1 - EDGE);
        return x * StrictMath.log(x / y) + (1 - x) * StrictMath.log((1 - x) / (1 - y));
    }
}
