package io.shelfwright.shortcuts;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.RequestContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a known item is proposed: the greatest term of its score, recency counting only for
 * today and yesterday, as everything else known was played at some time. */
final class ShortcutEvidence {
    private static final List<String> DAYPARTS = List.of(
            "at night",
            "in the morning",
            "in the afternoon",
            "in the evening",
            "on weekend nights",
            "on weekend mornings",
            "on weekend afternoons",
            "on weekend evenings");
    private static final int DAYS_A_WEEK = 7;
    private static final double OFTEN = 5;
    private static final long NEVER = Long.MAX_VALUE;

    private final FamiliarityScorer scorer;
    private final Catalog catalog;
    private final RequestContext context;

    ShortcutEvidence(FamiliarityScorer scorer, Catalog catalog, RequestContext context) {
        this.scorer = scorer;
        this.catalog = catalog;
        this.context = context;
    }

    Evidence of(Familiar familiar) {
        double habit = scorer.isHabit(familiar.history()) ? familiar.habit() : 0;
        double often = familiar.history().plays() >= OFTEN ? familiar.frequency() : 0;
        double fresh = daysSince(familiar.history().lastPlayed()) <= 1 ? familiar.recency() : 0;
        double most = Math.max(Math.max(fresh, habit), Math.max(often, Math.max(familiar.session(), familiar.saved())));
        int source = scorer.session().source(familiar.item(), catalog);
        if (most > 0 && most == habit) {
            return Evidence.of("habit", "You often listen to this " + DAYPARTS.get(scorer.daypart()));
        }
        if (most > 0 && most == familiar.session() && source >= 0) {
            String title = catalog.item(source).title();
            String id = catalog.item(source).id();
            return new Evidence("last-session", "Because you just listened to " + title, List.of(id));
        }
        if (most > 0 && most == often) {
            return Evidence.of("often-played", "You play this often");
        }
        if (most > 0 && most == familiar.saved()) {
            return Evidence.of("saved", "You saved this");
        }
        return Evidence.of(
                "recently-played", played(daysSince(familiar.history().lastPlayed())));
    }

    private static String played(long days) {
        if (days == NEVER) {
            return "You know this";
        }
        if (days <= 0) {
            return "Played today";
        }
        if (days == 1) {
            return "Played yesterday";
        }
        return days <= DAYS_A_WEEK ? "Played in the last week" : "You played this before";
    }

    /** Returns the number of midnights in the user's zone since a time. */
    private long daysSince(@Nullable Instant lastPlayed) {
        if (lastPlayed == null) {
            return NEVER;
        }
        LocalDate today = context.at().atZone(context.zone()).toLocalDate();
        LocalDate day = lastPlayed.atZone(context.zone()).toLocalDate();
        return ChronoUnit.DAYS.between(day, today);
    }
}
