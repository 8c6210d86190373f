package io.shelfwright.engine.userstate;

import io.shelfwright.api.InteractionType;
import io.shelfwright.spi.ItemHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one user did with one item; immutable.
 *
 * @param history as others see it
 * @param listening decayed plays
 * @param skipsSince skips since the last positive reaction
 * @param lastSkip when it was last skipped, null where never
 */
record ItemTrail(
        ItemHistory history,
        FadingSum listening,
        double skipsSince,
        @Nullable Instant lastSkip) {
    private static final List<Double> NEVER = Collections.nCopies(ItemHistory.DAYPARTS, 0.0);

    static ItemTrail untouched(String itemId) {
        return new ItemTrail(new ItemHistory(itemId, 0, 0, null, null, 0, 0, false, NEVER), FadingSum.NONE, 0, null);
    }

    ItemTrail played(InteractionType type, Instant time, double amount, Decay.Moment moment, int daypart) {
        FadingSum more = listening.plus(amount, moment);
        List<Double> dayparts = new ArrayList<>(history.daypartPlays());
        dayparts.set(daypart, dayparts.get(daypart) + amount);
        ItemHistory played = new ItemHistory(
                history.itemId(),
                history.plays() + amount,
                more.at(moment),
                history.firstPlayed() == null ? time : history.firstPlayed(),
                time,
                history.completes() + (type == InteractionType.COMPLETE ? amount : 0),
                history.skips(),
                history.saved(),
                dayparts);
        return new ItemTrail(played, more, 0, lastSkip);
    }

    ItemTrail skipped(Instant time, double amount) {
        return new ItemTrail(with(history.skips() + amount, history.saved()), listening, skipsSince + amount, time);
    }

    ItemTrail saved(boolean saved) {
        return new ItemTrail(with(history.skips(), saved), listening, saved ? 0 : skipsSince, lastSkip);
    }

    private ItemHistory with(double skips, boolean saved) {
        return new ItemHistory(
                history.itemId(),
                history.plays(),
                history.decayedPlays(),
                history.firstPlayed(),
                history.lastPlayed(),
                history.completes(),
                skips,
                saved,
                history.daypartPlays());
    }
}
