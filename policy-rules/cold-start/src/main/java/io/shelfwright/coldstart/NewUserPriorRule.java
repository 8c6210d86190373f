package io.shelfwright.coldstart;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.ScoreRule;

/**
 * Adds {@code n0/(n+n0) log(maxFactor) (2 popularity - 1)} to the log utility of a user of n interactions.
 *
 * <p>So what the model says of the user is blended with the popularity prior of the market, which fades with n/(n+n0). The
 * popularity is the rank within kind and market, so no kind gains on another.
 */
final class NewUserPriorRule implements ScoreRule {
    private static final String POPULAR = "popular in the market, for a new user";
    private static final String UNPOPULAR = "less popular in the market, for a new user";

    /** Below this weight the prior changes nothing that anyone could notice. */
    private static final double SMALLEST_WEIGHT = 0.1;

    private final NewUserPriorSettings settings;

    NewUserPriorRule(NewUserPriorSettings settings) {
        this.settings = settings;
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        double n = Math.max(0, candidates.user().interactionCount());
        double weight = settings.interactions() / (n + settings.interactions());
        if (weight < SMALLEST_WEIGHT) {
            return;
        }
        double most = weight * Math.log(settings.maxFactor());
        String market = candidates.context().market();
        ItemStatistics statistics = candidates.catalog().statistics();
        for (int i = 0; i < candidates.size(); i++) {
            double popularity = statistics.popularity(market, candidates.itemIndex(i));
            double logFactor = most * (2 * popularity - 1);
            if (logFactor != 0) {
                adjustments.add(i, logFactor, logFactor > 0 ? POPULAR : UNPOPULAR);
            }
        }
    }
}
