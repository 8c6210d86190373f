package io.shelfwright.heuristics;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user loved and has not played for long: {@code (ln(1 + decayed plays) + 1 if saved) x (plays + 1) / (plays +
 * skips + 1)}.
 */
final class Rediscover implements Strategy {
    private static final int DAYS_A_MONTH = 30;
    private static final int DAYS_A_YEAR = 365;

    private final ItemPool pool;
    private final int silenceDays;
    private final double minPlays;

    Rediscover(ItemPool pool, int silenceDays, double minPlays) {
        this.pool = pool;
        this.silenceDays = silenceDays;
        this.minPlays = minPlays;
    }

    @Override
    public List<Proposal> propose(RecallRequest request, ShelfSpec shelf) {
        Catalog catalog = pool.catalog();
        Map<Integer, Long> silences = new HashMap<>();
        Shortlist best = new Shortlist(catalog, request, shelf, item -> pool.fits(item, shelf));
        for (ItemHistory history : request.user().histories()) {
            Instant lastPlayed = history.lastPlayed();
            boolean loved = history.saved() || history.decayedPlays() >= minPlays;
            if (lastPlayed == null || !loved) {
                continue;
            }
            double silence = Familiarity.days(lastPlayed, request.context().at());
            int item = silence >= silenceDays ? catalog.indexOf(history.itemId()) : -1;
            if (item >= 0) {
                silences.put(item, (long) silence);
                best.offer(item, love(history));
            }
        }
        return best.proposals(item -> Evidence.of("rediscover", text(silences.getOrDefault(item, 0L))));
    }

    private static double love(ItemHistory history) {
        double kept = (history.plays() + 1) / (history.plays() + history.skips() + 1);
        return (Math.log1p(history.decayedPlays()) + (history.saved() ? 1 : 0)) * kept;
    }

    private static String text(long days) {
        if (days >= 2 * DAYS_A_YEAR) {
            return "You loved this, and have not played it for " + days / DAYS_A_YEAR + " years";
        }
        if (days >= 2 * DAYS_A_MONTH) {
            return "You loved this, and have not played it for " + days / DAYS_A_MONTH + " months";
        }
        return "You loved this, and have not played it for " + days + (days == 1 ? " day" : " days");
    }
}
