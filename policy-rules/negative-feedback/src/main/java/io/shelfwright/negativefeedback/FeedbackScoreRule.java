package io.shelfwright.negativefeedback;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ScoreRule;

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
        UserFeedback feedback = new UserFeedback(candidates, settings.mask());
        if (feedback.isEmpty()) {
            return;
        }
        Fading fading = new Fading(feedback, settings);
        Spreading spreading = new Spreading(candidates, settings);
        double most = -Math.log(settings.floor());
        for (int i = 0; i < candidates.size(); i++) {
            double faded = fading.loss(candidates.item(i), candidates.shelf(i).id());
            double spread = spreading.loss(i);
            double loss = Math.min(most, faded + spread);
            if (loss > 0) {
                adjustments.add(i, -loss, faded >= spread ? fading.reason() : spreading.reason(i));
            }
        }
    }
}
