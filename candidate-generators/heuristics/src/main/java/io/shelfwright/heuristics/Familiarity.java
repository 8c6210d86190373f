package io.shelfwright.heuristics;

import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;

/** What counts as known to a user, and how long ago something was. */
final class Familiarity {
    private static final double SECONDS_A_DAY = 86_400;

    private Familiarity() {}

    /** Returns whether the user played or saved an item. */
    static boolean knows(UserState user, String itemId) {
        ItemHistory history = user.history(itemId);
        return history != null && (history.plays() > 0 || history.saved());
    }

    /** Returns the days from one time to a later one, 0 when it is not later. */
    static double days(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).getSeconds() / SECONDS_A_DAY);
    }

    /** Returns what is left of 1 after some days. */
    static double decay(double days, double halfLifeDays) {
        return Math.exp(-days / halfLifeDays * Math.log(2));
    }
}
