package io.shelfwright.sample.data.lastfm;

import io.shelfwright.api.UserProfile;
import io.shelfwright.sample.data.Draws;

/**
 * Gives each listener a market and a tier, which Last.fm-2k does not tell; both are drawn by a seed and the user's number.
 *
 * <p>Markets: US 30 %, GB 20 %, DE 15 %, BR 15 %, SE 10 %, JP 10 %. Tiers: free 60 %, premium 40 %. The age is unknown;
 * explicit content is allowed, the language is English (that of nearly all tags), and nobody's joining date is known.
 */
final class DerivedProfiles {
    private static final long SEED = 20_110_501L;
    private static final String[] MARKETS = {"US", "GB", "DE", "BR", "SE", "JP"};
    private static final double[] MARKET_WEIGHTS = {30, 20, 15, 15, 10, 10};
    private static final double FREE = 0.6;

    private DerivedProfiles() {}

    static UserProfile of(long user) {
        Draws draws = new Draws(SEED, user);
        String market = MARKETS[draws.pick(MARKET_WEIGHTS)];
        String tier = draws.next() < FREE ? "free" : "premium";
        return new UserProfile(LastfmImporter.userId(user), market, "en", -1, true, tier, null);
    }
}
