package io.shelfwright.negativefeedback;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.NegativeFeedback;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One target that a user wants less of; made for one batch and one thread. */
final class Unwanted {
    private final NegativeFeedback feedback;
    private final String target;
    private final double ageDays;
    private final double maskDays;
    private final CandidateBatch batch;
    private @Nullable String reason;

    /**
     * Makes a target.
     *
     * @param feedback the latest about it
     * @param target its id or normal name
     * @param ageDays days since that feedback, at least 0
     * @param maskDays days for which it is dropped
     */
    Unwanted(NegativeFeedback feedback, String target, double ageDays, double maskDays, CandidateBatch batch) {
        this.feedback = feedback;
        this.target = target;
        this.ageDays = ageDays;
        this.maskDays = maskDays;
        this.batch = batch;
    }

    double ageDays() {
        return ageDays;
    }

    boolean isMasked() {
        return ageDays < maskDays;
    }

    /** Returns days since it is no longer dropped, 0 while it is. */
    double fadingDays() {
        return isMasked() ? 0 : ageDays - maskDays;
    }

    /** Returns words for people, such as {@code hidden by you on 2024-04-30}; made once, and only when asked for. */
    String reason() {
        if (reason == null) {
            String what =
                    switch (feedback.targetType()) {
                        case ITEM -> "";
                        case ARTIST -> "artist " + batch.catalog().artistName(target) + " ";
                        case SHELF, GENRE, KIND ->
                            feedback.targetType().name().toLowerCase(Locale.ROOT) + " " + target + " ";
                    };
            reason = what
                    + UserFeedback.words(
                            feedback, batch.context().at(), batch.context().zone());
        }
        return reason;
    }
}
