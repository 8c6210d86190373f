package io.shelfwright.freshness;

import io.shelfwright.api.Item;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ScoreRule;
import java.time.Duration;
import java.time.Instant;

/**
 * Multiplies the utility by {@code floor + (1-floor) 2^(-age/halfLife)}.
 *
 * <p>The age of a podcast show is that of its latest episode: its release date is when it last brought something new. An
 * item of unknown date is left as it is, and one that is yet to be released counts as released now.
 */
final class AgeDecayRule implements ScoreRule {
    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final AgeDecaySettings settings;

    AgeDecayRule(AgeDecaySettings settings) {
        this.settings = settings;
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        Instant now = candidates.context().at();
        for (int i = 0; i < candidates.size(); i++) {
            Item item = candidates.item(i);
            Instant released = item.releasedAt();
            Double halfLife = settings.halfLifeDays().get(item.kind().name());
            if (released != null
                    && halfLife != null
                    && counts(candidates.shelf(i).kind())) {
                double days = Math.max(0, (now.getEpochSecond() - released.getEpochSecond()) / DAY);
                double logFactor = Math.log(factor(days, halfLife));
                if (logFactor != 0) {
                    adjustments.add(i, logFactor, AgeWords.of(days));
                }
            }
        }
    }

    double factor(double days, double halfLife) {
        return settings.floor() + (1 - settings.floor()) * Math.pow(2, -days / halfLife);
    }

    private boolean counts(String shelfKind) {
        return settings.shelfKinds().isEmpty() || settings.shelfKinds().contains(shelfKind);
    }
}
