package io.shelfwright.coldstart;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ScoreRule;

/**
 * Raises items that fewer than {@code untilViews} have examined by {@code min(kappa sd/m, log maxBoost)} in log utility.
 *
 * <p>{@code m = (S + n0 m0) / (D + n0)} is the empirical-Bayes mean of S engagements in D views around the content prior m0,
 * and sd the standard deviation of the Beta distribution of that mean and weight. Where nobody has viewed anything nothing
 * is new, and the rule does nothing.
 */
final class ColdStartRule implements ScoreRule {
    private static final String REASON = "new: few have seen it yet";

    private final ColdStartSettings settings;
    private final double[] boosts;

    ColdStartRule(ColdStartSettings settings, Catalog catalog) {
        this.settings = settings;
        boosts = new double[catalog.size()];
        ContentPrior prior = new ContentPrior(catalog, settings.n0());
        if (prior.views() > 0) {
            for (int i = 0; i < boosts.length; i++) {
                double views = catalog.statistics().views(i);
                if (views < settings.untilViews()) {
                    boosts[i] = boost(views, catalog.statistics().engagements(i), prior.mean(catalog.item(i)));
                }
            }
        }
    }

    /** Returns the addition to the log utility of an item. */
    double boost(double views, double engagements, double priorMean) {
        double weight = views + settings.n0();
        double mean = Math.min(1, (engagements + settings.n0() * priorMean) / weight);
        double deviation = Math.sqrt(mean * (1 - mean) / (weight + 1));
        return Math.min(settings.kappa() * deviation / mean, Math.log(settings.maxBoost()));
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        for (int i = 0; i < candidates.size(); i++) {
            double boost = boosts[candidates.itemIndex(i)];
            if (boost > 0) {
                adjustments.add(i, boost, REASON);
            }
        }
    }
}
