package io.shelfwright.sample.simulate.cards;

import java.util.Arrays;

/**
 * What is believed of every card's chance, globally, in each segment and for each listener: empirical Bayes in a tree.
 *
 * <p>Views travel up the tree discounted ({@link TreePrior#worth}), so that a listener or a segment who saw a card often does not
 * outweigh the others; beliefs travel down, to each without what came from it, so that nothing is counted twice. For a single level this
 * is the usual posterior mean {@code (n m + streams) / (n + views)}. Not thread-safe.
 */
final class TreeBeliefs {
    private final CardWorld world;
    private final SeenCards seen;
    private final double[][] views;
    private final double[][] streams;
    private final double[][] means;
    private final double[][] strengths;
    private final double[] cardViews;
    private final double[] cardStreams;
    private TreePrior prior;

    TreeBeliefs(CardWorld world, SeenCards seen, TreePrior prior) {
        this.world = world;
        this.seen = seen;
        this.prior = prior;
        int segments = world.listeners().segmentCount();
        views = new double[segments][world.cards()];
        streams = new double[segments][world.cards()];
        means = new double[segments][world.cards()];
        strengths = new double[segments][world.cards()];
        cardViews = new double[world.cards()];
        cardStreams = new double[world.cards()];
        update(prior);
    }

    int cards() {
        return cardViews.length;
    }

    TreePrior prior() {
        return prior;
    }

    /** Takes in what was seen, under a prior. */
    void update(TreePrior changed) {
        prior = changed;
        for (int s = 0; s < views.length; s++) {
            Arrays.fill(views[s], 0);
            Arrays.fill(streams[s], 0);
        }
        for (int pair = 0; pair < seen.size(); pair++) {
            int segment = world.segment(seen.user(pair));
            double worth = TreePrior.worth(seen.views(pair), prior.listeners());
            views[segment][seen.card(pair)] += worth;
            streams[segment][seen.card(pair)] += worth * seen.streams(pair) / seen.views(pair);
        }
        for (int card = 0; card < cardViews.length; card++) {
            up(card);
            down(card);
        }
    }

    private void up(int card) {
        cardViews[card] = 0;
        cardStreams[card] = 0;
        for (int s = 0; s < views.length; s++) {
            cardViews[card] += worth(s, card);
            cardStreams[card] += worth(s, card) * share(s, card);
        }
    }

    private void down(int card) {
        for (int s = 0; s < views.length; s++) {
            double strength = priorStrength(s, card);
            strengths[s][card] = strength + views[s][card];
            means[s][card] = (strength * priorMean(s, card) + streams[s][card]) / strengths[s][card];
        }
    }

    private double worth(int segment, int card) {
        return TreePrior.worth(views[segment][card], prior.segments());
    }

    private double share(int segment, int card) {
        return views[segment][card] > 0 ? streams[segment][card] / views[segment][card] : 0;
    }

    /** Returns the views that what other segments say of a card is worth for a segment. */
    double priorStrength(int segment, int card) {
        return TreePrior.worth(prior.cards() + cardViews[card] - worth(segment, card), prior.segments());
    }

    /** Returns the chance of a card in a segment by what other segments say. */
    double priorMean(int segment, int card) {
        double worth = worth(segment, card);
        double sum = prior.cards() * prior.mean() + cardStreams[card] - worth * share(segment, card);
        return inside(sum / (prior.cards() + cardViews[card] - worth));
    }

    /** Returns the views that what the others of a segment say is worth for a listener who saw a card. */
    double priorStrength(int pair) {
        double worth = TreePrior.worth(seen.views(pair), prior.listeners());
        return TreePrior.worth(strength(pair) - worth, prior.listeners());
    }

    /** Returns the chance of a card for a listener who saw it, by what the others of the segment say. */
    double priorMean(int pair) {
        int segment = world.segment(seen.user(pair));
        double worth = TreePrior.worth(seen.views(pair), prior.listeners());
        double sum = strength(pair) * means[segment][seen.card(pair)] - worth * seen.streams(pair) / seen.views(pair);
        return inside(sum / (strength(pair) - worth));
    }

    private double strength(int pair) {
        return strengths[world.segment(seen.user(pair))][seen.card(pair)];
    }

    /** Differences of sums may leave the interval by rounding. */
    private static double inside(double mean) {
        return Math.min(1 - 1e-9, Math.max(1e-9, mean));
    }

    /** Returns the effective views of a card by a segment. */
    double views(int segment, int card) {
        return views[segment][card];
    }

    double streams(int segment, int card) {
        return streams[segment][card];
    }

    double cardViews(int card) {
        return cardViews[card];
    }

    double cardStreams(int card) {
        return cardStreams[card];
    }

    /** Writes a listener's chance of every card and how many views it is worth. */
    void write(int user, double[] chances, double[] worth) {
        int segment = world.segment(user);
        for (int card = 0; card < chances.length; card++) {
            chances[card] = means[segment][card];
            worth[card] = TreePrior.worth(strengths[segment][card], prior.listeners());
        }
        if (Double.isInfinite(prior.listeners())) {
            return;
        }
        for (int pair = seen.last(user); pair >= 0; pair = seen.before(pair)) {
            double strength = priorStrength(pair);
            worth[seen.card(pair)] = strength + seen.views(pair);
            chances[seen.card(pair)] =
                    (strength * priorMean(pair) + seen.streams(pair)) / (strength + seen.views(pair));
        }
    }
}
