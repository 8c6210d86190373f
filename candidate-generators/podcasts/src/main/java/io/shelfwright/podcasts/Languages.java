package io.shelfwright.podcasts;

import io.shelfwright.spi.UserState;
import java.util.Arrays;
import java.util.Map;

/**
 * How well a user is known to understand the languages of the shows, as a factor: 1 for the language of the profile and
 * for those of at least half of the listening, less for rarer ones, and the least factor for all others.
 *
 * <p>Where no language of the user is known, every factor is 1. A show of unknown language lies half-way.
 */
final class Languages {
    private final double[] factors;
    private final double unknown;

    Languages(ShowIndex shows, UserState user, double foreign) {
        Names names = shows.languageNames();
        factors = new double[names.size()];
        Arrays.fill(factors, foreign);
        String own = user.profile().language();
        boolean known = !own.isEmpty();
        for (Map.Entry<String, Integer> language : names.numbers().entrySet()) {
            double share = user.languageShare(language.getKey());
            known |= share > 0;
            double heard = language.getKey().equals(own) ? 1 : Math.min(1, 2 * share);
            factors[language.getValue()] = foreign + (1 - foreign) * heard;
        }
        if (!known) {
            Arrays.fill(factors, 1);
        }
        unknown = known ? (1 + foreign) / 2 : 1;
    }

    double factor(int language) {
        return language == Names.NONE ? unknown : factors[language];
    }
}
