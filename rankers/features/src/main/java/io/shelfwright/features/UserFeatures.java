package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the user is as a listener, whatever the item. */
final class UserFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of("user.plays_log", "How much the user ever played.", "ln(1 + plays)", 0, 20),
            of(
                    "user.interactions_log",
                    "How much the user ever did, impressions left out.",
                    "ln(1 + interactions)",
                    0,
                    20),
            of("user.is_new", "Whether the user never did anything but look.", "flag", 0, 1),
            of("user.artists_log", "How many artists the user plays.", "ln(1 + artists)", 0, 14),
            of(
                    "user.genre_entropy",
                    "How widely listening is spread over genres; missing without genres.",
                    "nats",
                    0,
                    10),
            of("user.top_artist_share", "Share of the artist played most; missing without plays.", "share", 0, 1),
            of("user.podcast_share", "Share of listening that is podcasts; missing without plays.", "share", 0, 1),
            of(
                    "user.days_since_active_log",
                    "Time since the user last did something; missing where never.",
                    "ln(1 + days)",
                    0,
                    10),
            of("user.tenure_days_log", "Time since the user joined; missing where unknown.", "ln(1 + days)", 0, 10),
            of("user.dislikes_log", "How many hides and dislikes are in force.", "ln(1 + dislikes)", 0, 10));

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.REQUEST;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        UserState user = request.user();
        row.putLog(user.plays());
        row.putLog(user.interactionCount());
        row.put(!request.known());
        List<Affinity> artists = user.artists();
        row.putLog(artists.size());
        row.put(entropy(user.genres()));
        row.put(artists.isEmpty() ? Double.NaN : artists.get(0).share());
        row.put(request.hasPlays() ? user.kindShare(ItemKind.PODCAST_SHOW.name()) : Double.NaN);
        putLogDaysSince(user.lastActive(), request, row);
        putLogDaysSince(user.profile().joinedAt(), request, row);
        row.putLog(request.dislikes().count());
    }

    private static void putLogDaysSince(@Nullable Instant time, RequestFacts request, FeatureRow row) {
        row.putLog(time == null ? Double.NaN : Days.since(time, request.at()));
    }

    private static double entropy(List<Affinity> affinities) {
        double total = 0;
        for (Affinity affinity : affinities) {
            total += affinity.share();
        }
        if (!(total > 0)) {
            return Double.NaN;
        }
        double entropy = 0;
        for (Affinity affinity : affinities) {
            double share = affinity.share() / total;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return entropy;
    }
}
