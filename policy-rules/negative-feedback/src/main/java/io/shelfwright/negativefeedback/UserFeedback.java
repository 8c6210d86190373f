package io.shelfwright.negativefeedback;

import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.NegativeFeedback;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user's negative feedback, ready to be asked about candidates; the one reading of it that filter and score rule share.
 *
 * <p>Of several feedbacks about one target the latest counts. One dated later than the request counts as given now. Made
 * for one batch.
 */
final class UserFeedback {
    /** Genres of an item beyond these say little about it. */
    static final int GENRES = 3;

    /** An item of more artists than this is a collection. */
    private static final int MOST_ARTISTS = 5;

    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final Map<TargetType, Map<String, Unwanted>> byType = new EnumMap<>(TargetType.class);

    UserFeedback(CandidateBatch batch, MaskSettings mask) {
        Instant now = batch.context().at();
        for (TargetType type : TargetType.values()) {
            byType.put(type, new HashMap<>());
        }
        for (NegativeFeedback feedback : batch.user().negativeFeedback()) {
            TargetType type = feedback.targetType();
            String target = normal(type, feedback.targetId());
            double maskDays =
                    switch (type) {
                        case ITEM -> Double.POSITIVE_INFINITY;
                        case ARTIST -> mask.artistDays();
                        case SHELF -> mask.shelfDays();
                        case GENRE -> mask.genreDays();
                        case KIND -> mask.kindDays();
                    };
            Unwanted unwanted = new Unwanted(feedback, target, ageDays(feedback, now), maskDays, batch);
            targets(type).merge(target, unwanted, (a, b) -> a.ageDays() < b.ageDays() ? a : b);
        }
    }

    static double ageDays(NegativeFeedback feedback, Instant now) {
        return Math.max(0, (now.getEpochSecond() - feedback.at().getEpochSecond()) / DAY);
    }

    /** Returns what a user did and on which of the user's days, such as {@code hidden by you on 2024-04-30}. */
    static String words(NegativeFeedback feedback, Instant now, ZoneId zone) {
        Instant at = feedback.at().isAfter(now) ? now : feedback.at();
        return (feedback.hidden() ? "hidden" : "disliked") + " by you on "
                + at.atZone(zone).toLocalDate();
    }

    private static String normal(TargetType type, String target) {
        return type == TargetType.GENRE || type == TargetType.KIND ? target.toLowerCase(Locale.ROOT) : target;
    }

    private Map<String, Unwanted> targets(TargetType type) {
        Map<String, Unwanted> targets = byType.get(type);
        if (targets == null) {
            throw new IllegalStateException("no feedback map of " + type);
        }
        return targets;
    }

    /** Returns the user's feedback about a target, null where there is none. */
    @Nullable
    Unwanted about(TargetType type, String target) {
        return targets(type).get(target);
    }

    /** Returns whether there is any feedback about targets of a type, which saves asking for each. */
    boolean hasAny(TargetType type) {
        return !targets(type).isEmpty();
    }

    boolean isEmpty() {
        for (Map<String, Unwanted> targets : byType.values()) {
            if (!targets.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    static boolean isCollection(Item item) {
        return item.artistIds().size() > MOST_ARTISTS;
    }

    /** Returns why an item must not be on a shelf, null where it may. */
    @Nullable
    Unwanted mask(Item item, String shelfId) {
        Unwanted masked = masked(TargetType.ITEM, item.id());
        List<String> artists = item.artistIds();
        boolean byArtist = hasAny(TargetType.ARTIST) && !isCollection(item);
        for (int i = 0; byArtist && masked == null && i < artists.size(); i++) {
            masked = masked(TargetType.ARTIST, artists.get(i));
        }
        List<String> genres = item.genres();
        for (int i = 0; masked == null && i < Math.min(GENRES, genres.size()); i++) {
            masked = masked(TargetType.GENRE, genres.get(i));
        }
        masked = masked != null ? masked : masked(TargetType.SHELF, shelfId);
        return masked != null ? masked : masked(TargetType.KIND, item.kind().name());
    }

    private @Nullable Unwanted masked(TargetType type, String target) {
        Unwanted unwanted = about(type, target);
        return unwanted != null && unwanted.isMasked() ? unwanted : null;
    }
}
