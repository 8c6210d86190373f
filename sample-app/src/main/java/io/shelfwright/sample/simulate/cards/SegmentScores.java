package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.simulate.cards.SegmentPolicy.Scores;
import java.util.Arrays;

/** The strategies that Bendada, Salha, Bontempelli (RecSys 2020) compare, as scores of cards for a segment. */
final class SegmentScores {
    private SegmentScores() {}

    static Scores random() {
        return (segment, counts, draws, values) -> Arrays.fill(values, 0);
    }

    /** The least seen card first until all were seen often enough, those alike by their share of streams; then by that alone. */
    static Scores exploreThenCommit(int leastViews) {
        return (segment, counts, draws, values) -> {
            for (int card = 0; card < values.length; card++) {
                int views = counts.views(segment, card);
                double share = views == 0 ? 0 : (double) counts.streams(segment, card) / views;
                // Half a share, so that it orders cards seen equally often and no others.
                values[card] = views < leastViews ? 1.0 + leastViews - views + share / 2 : share;
            }
        };
    }

    /** The highest share of streams, cards never seen first; for a share epsilon of the visits all cards alike. */
    static Scores epsilonGreedy(double epsilon) {
        return (segment, counts, draws, values) -> {
            if (draws.next() < epsilon) {
                Arrays.fill(values, 0);
                return;
            }
            for (int card = 0; card < values.length; card++) {
                int views = counts.views(segment, card);
                values[card] = views == 0 ? 1 : (double) counts.streams(segment, card) / views;
            }
        };
    }

    /** Thompson sampling with a Beta prior (Chapelle, Li 2011). */
    static Scores thompson(double alpha, double beta) {
        return (segment, counts, draws, values) -> {
            for (int card = 0; card < values.length; card++) {
                int streams = counts.streams(segment, card);
                values[card] = BetaDraw.next(alpha + streams, beta + counts.views(segment, card) - streams, draws);
            }
        };
    }
}
