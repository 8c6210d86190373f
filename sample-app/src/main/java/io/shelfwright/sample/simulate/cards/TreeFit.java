package io.shelfwright.sample.simulate.cards;

/**
 * Fits a {@link TreePrior} to what was seen: level by level, the value of a grid under which each card, segment and listener is
 * likeliest given the others (Beta-binomial). Deterministic.
 */
final class TreeFit {
    private static final double[] STRENGTHS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 1_000_000};
    private static final double LEAST_MEAN = 0.0005;
    private static final double MEAN_STEP = 1.4;
    private static final int MEANS = 18;
    private static final int PASSES = 2;
    /** Pairs of a listener and a card that are looked at, at most; with more, every n-th is. */
    private static final int PAIRS = 50_000;

    private final SeenCards seen;
    private final int segments;
    private final int cards;

    TreeFit(SeenCards seen, int segments, int cards) {
        this.seen = seen;
        this.segments = segments;
        this.cards = cards;
    }

    /** Fits the prior of the beliefs and updates them under it. */
    void fit(TreeBeliefs beliefs) {
        for (int pass = 0; pass < PASSES; pass++) {
            fitCards(beliefs);
            fitSegments(beliefs);
            if (!Double.isInfinite(beliefs.prior().listeners())) {
                fitListeners(beliefs);
            }
        }
    }

    private void fitCards(TreeBeliefs beliefs) {
        TreePrior prior = beliefs.prior();
        TreePrior best = prior;
        double most = Double.NEGATIVE_INFINITY;
        for (double strength : STRENGTHS) {
            double mean = LEAST_MEAN;
            for (int i = 0; i < MEANS; i++) {
                double likelihood = 0;
                for (int card = 0; card < cards; card++) {
                    likelihood += BetaBinomial.logLikelihood(
                            beliefs.cardStreams(card), beliefs.cardViews(card), mean, strength);
                }
                if (likelihood > most) {
                    most = likelihood;
                    best = new TreePrior(mean, strength, prior.segments(), prior.listeners());
                }
                mean *= MEAN_STEP;
            }
        }
        beliefs.update(best);
    }

    private void fitSegments(TreeBeliefs beliefs) {
        if (segments == 1) {
            return;
        }
        TreePrior prior = beliefs.prior();
        TreePrior best = prior;
        double most = Double.NEGATIVE_INFINITY;
        for (double strength : STRENGTHS) {
            TreePrior tried = new TreePrior(prior.mean(), prior.cards(), strength, prior.listeners());
            beliefs.update(tried);
            double likelihood = 0;
            for (int s = 0; s < segments; s++) {
                for (int card = 0; card < cards; card++) {
                    if (beliefs.views(s, card) > 0) {
                        likelihood += BetaBinomial.logLikelihood(
                                beliefs.streams(s, card),
                                beliefs.views(s, card),
                                beliefs.priorMean(s, card),
                                beliefs.priorStrength(s, card));
                    }
                }
            }
            if (likelihood > most) {
                most = likelihood;
                best = tried;
            }
        }
        beliefs.update(best);
    }

    private void fitListeners(TreeBeliefs beliefs) {
        TreePrior prior = beliefs.prior();
        TreePrior best = prior;
        double most = Double.NEGATIVE_INFINITY;
        int step = Math.max(1, seen.size() / PAIRS);
        for (double strength : STRENGTHS) {
            TreePrior tried = new TreePrior(prior.mean(), prior.cards(), prior.segments(), strength);
            beliefs.update(tried);
            double likelihood = 0;
            for (int pair = 0; pair < seen.size(); pair += step) {
                likelihood += BetaBinomial.logLikelihood(
                        seen.streams(pair), seen.views(pair), beliefs.priorMean(pair), beliefs.priorStrength(pair));
            }
            if (likelihood > most) {
                most = likelihood;
                best = tried;
            }
        }
        beliefs.update(best);
    }
}
