package io.shelfwright.negativefeedback;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.Unwanted;
import java.time.Instant;

/**
 * Lowers what the user did not want some time ago, and what is like it, to no less than a floor.
 *
 * <p>The loss is the sum, in log utility, of {@link Fading} and {@link Spreading}.
 */
final class FeedbackScoreRule implements ScoreRule {
    private final FadeSettings settings;

    FeedbackScoreRule(FadeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        Instant at = candidates.context().at();
        Hidden hidden = candidates.user().hidden(at);
        Spreading spreading = new Spreading(candidates, settings);
        if (hidden.isEmpty() && spreading.isEmpty()) {
            return;
        }
        Fading fading = new Fading(hidden, settings, at);
        double most = -Math.log(settings.floor());
        for (int i = 0; i < candidates.size(); i++) {
            double faded = fading.loss(candidates.item(i), candidates.shelf(i).id());
            double spread = spreading.loss(i);
            double loss = Math.min(most, faded + spread);
            if (loss > 0) {
                adjustments.add(i, -loss, faded >= spread ? words(fading, candidates) : spreading.reason(i));
            }
        }
    }

    private static String words(Fading fading, CandidateBatch candidates) {
        Unwanted decisive = fading.decisive();
        return decisive == null
                ? ""
                : decisive.words(candidates.catalog(), candidates.context().zone());
    }
}
