package com.example.language;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.UserState;

/** Multiplies the utility of items in languages that are neither the user's nor often heard. */
final class ForeignLanguageRule implements ScoreRule {
    private final double logFactor;
    private final double minShare;

    ForeignLanguageRule(ForeignLanguageSettings settings) {
        logFactor = Math.log(settings.factor());
        minShare = settings.minShare();
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        UserState user = candidates.user();
        String own = user.profile().language();
        if (own.isEmpty()) {
            return; // nothing is foreign to a listener of whom nothing is known
        }
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            String language = candidates.item(candidate).language();
            if (!language.isEmpty() && !language.equals(own) && user.languageShare(language) < minShare) {
                adjustments.add(candidate, logFactor, "in " + language + ", which you hardly hear");
            }
        }
    }
}
