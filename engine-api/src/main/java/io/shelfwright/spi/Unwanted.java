package io.shelfwright.spi;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One target that a user wants less of.
 *
 * @param feedback the latest feedback about it
 * @param target its id, or its name in lower case for a genre or a kind
 * @param since when that was said; never later than the time it was asked for
 * @param until when it stops being hidden; null while it is hidden until undone
 */
public record Unwanted(
        NegativeFeedback feedback,
        String target,
        Instant since,
        @Nullable Instant until) {
    private static final double DAY = Duration.ofDays(1).toSeconds();

    /** Returns whether it is hidden at a time. */
    public boolean isHidden(Instant at) {
        return until == null || at.isBefore(until);
    }

    /** Returns how many days ago it was said, at least 0. */
    public double ageDays(Instant at) {
        return Math.max(0, Duration.between(since, at).toSeconds() / DAY);
    }

    /** Returns for how many days it has no longer been hidden, 0 while it is. */
    public double fadingDays(Instant at) {
        return until == null ? 0 : Math.max(0, Duration.between(until, at).toSeconds() / DAY);
    }

    /** Returns words for people, such as {@code artist Xenia hidden by you on 2024-04-30}. */
    public String words(Catalog catalog, ZoneId zone) {
        String what =
                switch (feedback.targetType()) {
                    case ITEM -> "";
                    case ARTIST -> "artist " + catalog.artistName(target) + " ";
                    case SHELF, GENRE, KIND ->
                        feedback.targetType().name().toLowerCase(Locale.ROOT) + " " + target + " ";
                };
        String done = feedback.hidden() ? "hidden" : "disliked";
        return what + done + " by you on " + since.atZone(zone).toLocalDate();
    }
}
