package io.shelfwright.spi;

import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user does not want to see at one time: the one reading of negative feedback that the engine, plugins and every other
 * surface share.
 *
 * <p>An item is hidden if it was hidden or disliked itself; if hidden artists are at least a fifth of its artists, or its
 * first one is hidden, so that a large playlist is not lost for one name in it; if any of its genres is hidden; or if its kind
 * is. Of several words about one target the latest counts, a later like, save or follow of the same target included.
 * Feedback dated later than the time counts as given at that time. Immutable and thread-safe; a question costs a few
 * look-ups, and nothing where nothing is hidden.
 */
public final class Hidden {
    /** Nothing is hidden. */
    public static final Hidden NOTHING = new Hidden(new EnumMap<>(TargetType.class), List.of(), Instant.EPOCH);

    private static final int PARTS = 5;

    private final Map<TargetType, Map<String, Unwanted>> byType;
    private final List<Unwanted> targets;
    private final Instant at;

    private Hidden(Map<TargetType, Map<String, Unwanted>> byType, List<Unwanted> targets, Instant at) {
        this.byType = byType;
        this.targets = targets;
        this.at = at;
    }

    /** Reads a user's feedback at a time. */
    public static Hidden of(UserState user, HidingPolicy policy, Instant at) {
        List<NegativeFeedback> negative = user.negativeFeedback();
        if (negative.isEmpty()) {
            return NOTHING;
        }
        Map<TargetType, Map<String, Unwanted>> byType = new EnumMap<>(TargetType.class);
        for (NegativeFeedback feedback : negative) {
            TargetType type = feedback.targetType();
            Unwanted unwanted = unwanted(feedback, policy.days(type), at);
            byType.computeIfAbsent(type, same -> new HashMap<>())
                    .merge(unwanted.target(), unwanted, (a, b) -> b.since().isBefore(a.since()) ? a : b);
        }
        forgive(user.positiveFeedback(), byType);
        List<Unwanted> targets = new ArrayList<>();
        byType.values().forEach(known -> targets.addAll(known.values()));
        targets.sort(Comparator.comparing(Unwanted::since)
                .thenComparing(unwanted -> unwanted.feedback().targetType())
                .thenComparing(Unwanted::target));
        return new Hidden(byType, List.copyOf(targets), at);
    }

    private static Unwanted unwanted(NegativeFeedback feedback, double days, Instant at) {
        Instant since = feedback.at().isAfter(at) ? at : feedback.at();
        Instant until = Double.isInfinite(days) ? null : since.plusSeconds(Math.round(days * 86_400));
        return new Unwanted(feedback, name(feedback.targetType(), feedback.targetId()), since, until);
    }

    private static void forgive(List<PositiveFeedback> positive, Map<TargetType, Map<String, Unwanted>> byType) {
        for (PositiveFeedback said : positive) {
            Map<String, Unwanted> known = byType.get(said.targetType());
            if (known != null) {
                known.computeIfPresent(
                        name(said.targetType(), said.targetId()),
                        (target, unwanted) -> unwanted.feedback().at().isAfter(said.at()) ? unwanted : null);
            }
        }
    }

    private static String name(TargetType type, String target) {
        return type == TargetType.GENRE || type == TargetType.KIND ? target.toLowerCase(Locale.ROOT) : target;
    }

    /** Returns whether there is no negative feedback in force at all, not even fading. */
    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /** Returns everything the user wants less of, hidden or no longer, oldest first. */
    public List<Unwanted> unwanted() {
        return targets;
    }

    /** Returns what is known about one target, hidden or no longer; null where nothing is. */
    public @Nullable Unwanted about(TargetType type, String target) {
        Map<String, Unwanted> known = byType.get(type);
        return known == null ? null : known.get(name(type, target));
    }

    /** Returns whether anything is known about targets of a type, which saves asking for each. */
    public boolean hasAny(TargetType type) {
        Map<String, Unwanted> known = byType.get(type);
        return known != null && !known.isEmpty();
    }

    /** Returns whether an item must not be shown anywhere. */
    public boolean hides(Item item) {
        return mask(item) != null;
    }

    /** Returns whether a target itself is hidden, such as an artist whose name had better not be in a reason either. */
    public boolean hides(TargetType type, String target) {
        return masked(type, target) != null;
    }

    /** Returns why an item must not be shown on a shelf, null where it may. */
    public @Nullable Unwanted mask(Item item, String shelfId) {
        Unwanted masked = masked(TargetType.SHELF, shelfId);
        return masked != null ? masked : mask(item);
    }

    /** Returns why an item must not be shown anywhere, null where it may. */
    public @Nullable Unwanted mask(Item item) {
        if (targets.isEmpty()) {
            return null;
        }
        Unwanted masked = masked(TargetType.ITEM, item.id());
        if (masked == null && hasAny(TargetType.ARTIST)) {
            masked = byArtists(item.artistIds());
        }
        if (masked == null && hasAny(TargetType.GENRE)) {
            List<String> genres = item.genres();
            for (int i = 0; masked == null && i < genres.size(); i++) {
                masked = masked(TargetType.GENRE, genres.get(i));
            }
        }
        return masked != null ? masked : masked(TargetType.KIND, item.kind().name());
    }

    private @Nullable Unwanted byArtists(List<String> artists) {
        Unwanted first = null;
        int hidden = 0;
        for (int i = 0; i < artists.size(); i++) {
            Unwanted masked = masked(TargetType.ARTIST, artists.get(i));
            if (masked != null) {
                hidden = i == 0 ? artists.size() : hidden + 1;
                first = first == null ? masked : first;
            }
        }
        return hidden * PARTS >= artists.size() ? first : null;
    }

    private @Nullable Unwanted masked(TargetType type, String target) {
        Unwanted unwanted = about(type, target);
        return unwanted != null && unwanted.isHidden(at) ? unwanted : null;
    }
}
