package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.api.Item;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.List;

/** What the user did with this very item; missing for a user of whom nothing is recorded. */
final class ListeningFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of("user_item.known", "Whether the user played or saved it; missing without history.", "flag", 0, 1),
            of("user_item.plays_log", "How often the user played it; missing without history.", "ln(1 + plays)", 0, 16),
            of(
                    "user_item.days_since_played_log",
                    "Time since the user last played it; missing where never.",
                    "ln(1 + days)",
                    0,
                    10),
            of(
                    "user_item.daypart_share",
                    "Share of its plays in this part of the week; missing where never played.",
                    "share",
                    0,
                    1),
            of(
                    "user_item.complete_share",
                    "Share of its plays that went to the end; missing where never played.",
                    "share",
                    0,
                    1),
            of(
                    "user_item.skips_log",
                    "How often the user stopped it early; missing without history.",
                    "ln(1 + skips)",
                    0,
                    12),
            of(
                    "user_item.favourite",
                    "Whether the user saved, liked or follows it; missing without history.",
                    "flag",
                    0,
                    1));

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        if (!request.known()) {
            row.missing(FEATURES.size());
            return;
        }
        UserState user = request.user();
        Item item = request.candidates().item(candidate);
        boolean favourite = user.isFavourite(item.id());
        ItemHistory history = user.history(item.id());
        if (history == null) {
            row.put(favourite);
            row.put(0);
            row.missing(3);
            row.put(0);
            row.put(favourite);
            return;
        }
        double plays = history.plays();
        favourite |= history.saved();
        row.put(plays > 0 || favourite);
        row.putLog(plays);
        Instant last = history.lastPlayed();
        row.putLog(last == null ? Double.NaN : Days.since(last, request.at()));
        row.put(plays > 0 ? history.daypartPlays().get(request.daypart()) / plays : Double.NaN);
        row.put(plays > 0 ? history.completes() / plays : Double.NaN);
        row.putLog(history.skips());
        row.put(favourite);
    }
}
