package io.shelfwright.features;

import io.shelfwright.api.TargetType;
import io.shelfwright.spi.NegativeFeedback;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A user's negative feedback of one request: 1 when just given, fading with a half-life by type of target. */
final class Dislikes {
    private static final double ARTIST_DAYS = 60;
    private static final double GENRE_DAYS = 30;
    private static final double SHELF_DAYS = 14;
    private static final double KIND_DAYS = 14;

    private final SparseValues artists;
    private final SparseValues genres;
    private final Map<String, Double> shelves = new HashMap<>();
    private final Map<String, Double> kinds = new HashMap<>();
    private final int count;

    Dislikes(UserState user, CatalogFacts facts, Instant at) {
        count = user.negativeFeedback().size();
        artists = count == 0 ? SparseValues.EMPTY : new SparseValues(count);
        genres = count == 0 ? SparseValues.EMPTY : new SparseValues(count);
        for (NegativeFeedback feedback : user.negativeFeedback()) {
            String target = feedback.targetId();
            double days = Days.since(feedback.at(), at);
            TargetType type = feedback.targetType();
            switch (type) {
                case ARTIST -> raise(artists, facts.artists().numberOf(target), fade(days, ARTIST_DAYS));
                case GENRE -> raise(genres, facts.genres().numberOf(target), fade(days, GENRE_DAYS));
                case SHELF -> shelves.merge(target, fade(days, SHELF_DAYS), Math::max);
                case KIND -> kinds.merge(target, fade(days, KIND_DAYS), Math::max);
                case ITEM -> {
                    // A disliked item is masked, so it is no candidate and needs no feature.
                }
            }
        }
    }

    private static double fade(double days, double halfLife) {
        return Math.pow(2, -days / halfLife);
    }

    private static void raise(SparseValues values, int number, double strength) {
        if (number >= 0) {
            values.raise(number, (float) strength);
        }
    }

    int count() {
        return count;
    }

    double ofArtists(NumberedNames names, int item) {
        return strongest(artists, names, item);
    }

    double ofGenres(NumberedNames names, int item) {
        return strongest(genres, names, item);
    }

    private static double strongest(SparseValues values, NumberedNames names, int item) {
        if (values.isEmpty()) {
            return 0;
        }
        float strongest = 0;
        for (int i = names.start(item); i < names.end(item); i++) {
            strongest = Math.max(strongest, values.get(names.member(i)));
        }
        return strongest;
    }

    double ofShelf(String shelfId) {
        return shelves.getOrDefault(shelfId, 0.0);
    }

    double ofKind(String kind) {
        return kinds.getOrDefault(kind, 0.0);
    }
}
