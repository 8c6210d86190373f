package io.shelfwright.shortcuts;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;

/**
 * Scores what a user knows:
 *
 * <pre>
 * score = (w1 recency + w2 frequency + w3 habit + w4 session + w5 saved) x kept
 *
 * recency   = 2^(-days since the last play / half-life)
 * frequency = ln(1 + plays decayed with a half-life of 60 days until now) / ln(1 + the greatest of the user)
 * habit     = (plays in this part of the week + 3 x the user's share of it) / (plays + 3)
 * session   = nearness to the last session, see {@link LastSession}
 * saved     = 1 where saved, liked or followed
 * kept      = (plays + 1) / (plays + skips + 1)
 * </pre>
 *
 * The habit is an empirical-Bayes share: an item with few plays is taken to follow the user's week.
 */
final class FamiliarityScorer {
    private static final double PLAYS_HALF_LIFE_DAYS = 60;
    private static final double HABIT_PRIOR = 3;
    private static final double SECONDS_A_DAY = 86_400;

    private final ShortcutsSettings weights;
    private final Catalog catalog;
    private final Instant at;
    private final int daypart;
    private final double daypartShare;
    private final double mostPlays;
    private final LastSession session;

    FamiliarityScorer(ShortcutsSettings weights, Catalog catalog, RecallRequest request) {
        this.weights = weights;
        this.catalog = catalog;
        UserState user = request.user();
        at = request.context().at();
        daypart = ItemHistory.daypart(at.atZone(request.context().zone()));
        daypartShare = user.daypartShare(daypart);
        session = new LastSession(request, catalog, weights.sessionHalfLifeHours());
        double most = 0;
        for (int i = 0; i < Math.min(user.histories().size(), weights.scanLimit()); i++) {
            most = Math.max(most, playsNow(user.histories().get(i)));
        }
        mostPlays = most;
    }

    Familiar score(ItemHistory history, int item) {
        Instant lastPlayed = history.lastPlayed();
        double recency = lastPlayed == null ? 0 : decay(days(lastPlayed), weights.halfLifeDays());
        double frequency = mostPlays > 0 ? Math.log1p(playsNow(history)) / Math.log1p(mostPlays) : 0;
        return new Familiar(
                history,
                item,
                weights.recency() * recency,
                weights.frequency() * frequency,
                weights.habit() * habit(history),
                weights.session() * session.nearness(item, catalog),
                history.saved() ? weights.saved() : 0,
                (history.plays() + 1) / (history.plays() + history.skips() + 1));
    }

    LastSession session() {
        return session;
    }

    int daypart() {
        return daypart;
    }

    /** Returns whether the user plays an item in this part of the week clearly more than other things. */
    boolean isHabit(ItemHistory history) {
        return playsInDaypart(history) >= 2 && habit(history) > 1.3 * daypartShare;
    }

    private double habit(ItemHistory history) {
        return (playsInDaypart(history) + HABIT_PRIOR * daypartShare) / (history.plays() + HABIT_PRIOR);
    }

    private double playsInDaypart(ItemHistory history) {
        return history.daypartPlays().size() > daypart ? history.daypartPlays().get(daypart) : 0;
    }

    private double playsNow(ItemHistory history) {
        Instant lastPlayed = history.lastPlayed();
        return lastPlayed == null ? 0 : history.decayedPlays() * decay(days(lastPlayed), PLAYS_HALF_LIFE_DAYS);
    }

    private double days(Instant from) {
        return Math.max(0, Duration.between(from, at).getSeconds() / SECONDS_A_DAY);
    }

    private static double decay(double days, double halfLifeDays) {
        return Math.exp(-days / halfLifeDays * Math.log(2));
    }
}
