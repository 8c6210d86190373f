package com.example.quiethours;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ScoreRule;
import java.util.Set;

/** Multiplies the utility of loud items during quiet hours, unless the listener hears little else. */
final class QuietHours implements ScoreRule {
    /** Who listens to a genre for half of the time wants it at night too. */
    private static final double FOND = 0.5;

    private final QuietHoursSettings settings;
    private final Set<String> loud;
    private final double logFactor;

    QuietHours(QuietHoursSettings settings) {
        this.settings = settings;
        loud = Set.copyOf(settings.loud());
        logFactor = Math.log(settings.factor());
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        if (!settings.covers(candidates.context().hour())) {
            return;
        }
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            for (String genre : candidates.item(candidate).genres()) {
                if (loud.contains(genre) && candidates.user().genreShare(genre) < FOND) {
                    adjustments.add(candidate, logFactor, "is " + genre + ", in quiet hours");
                    break;
                }
            }
        }
    }
}
