package io.shelfwright.negativefeedback;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FilterRule;

/** Drops what the user hid or disliked, while it is masked. */
final class FeedbackFilter implements FilterRule {
    private final MaskSettings settings;

    FeedbackFilter(MaskSettings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(CandidateBatch candidates, Drops drops) {
        UserFeedback feedback = new UserFeedback(candidates, settings);
        if (feedback.isEmpty()) {
            return;
        }
        for (int i = 0; i < candidates.size(); i++) {
            Unwanted unwanted =
                    feedback.mask(candidates.item(i), candidates.shelf(i).id());
            if (unwanted != null) {
                drops.drop(i, unwanted.reason());
            }
        }
    }
}
