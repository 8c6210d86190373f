package io.shelfwright.negativefeedback;

import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.Unwanted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an item loses by the user's feedback about itself, its artists, genres, shelf and kind.
 *
 * <p>Each target that applies multiplies the utility by {@code m = 1 - (1-start) 2^(-t/h)}, t days after it was last dropped
 * (by {@code start} while it is dropped); in a collection of k artists, each multiplies by {@code 1 - (1-m)/k}. One instance
 * serves one batch and one thread.
 */
final class Fading {
    private final Hidden feedback;
    private final FadeSettings settings;
    private final Instant at;
    private double loss;
    private double strongest;
    private @Nullable Unwanted decisive;

    Fading(Hidden feedback, FadeSettings settings, Instant at) {
        this.feedback = feedback;
        this.settings = settings;
        this.at = at;
    }

    /** Returns the loss in log utility of an item on a shelf, at least 0. */
    double loss(Item item, String shelfId) {
        loss = 0;
        strongest = 0;
        decisive = null;
        take(feedback.about(TargetType.ITEM, item.id()), 1, 1);
        List<String> artists = item.artistIds();
        int parts = Collection.is(item) ? artists.size() : 1;
        boolean byArtist = feedback.hasAny(TargetType.ARTIST);
        for (int i = 0; byArtist && i < artists.size(); i++) {
            take(feedback.about(TargetType.ARTIST, artists.get(i)), settings.artistHalfLifeDays(), parts);
        }
        List<String> genres = item.genres();
        boolean byGenre = feedback.hasAny(TargetType.GENRE);
        for (int i = 0; byGenre && i < genres.size(); i++) {
            take(feedback.about(TargetType.GENRE, genres.get(i)), settings.genreHalfLifeDays(), 1);
        }
        take(feedback.about(TargetType.SHELF, shelfId), settings.shelfHalfLifeDays(), 1);
        take(feedback.about(TargetType.KIND, item.kind().name()), settings.shelfHalfLifeDays(), 1);
        return loss;
    }

    /** Returns what decided most of the last {@link #loss}. */
    @Nullable
    Unwanted decisive() {
        return decisive;
    }

    private void take(@Nullable Unwanted unwanted, double halfLifeDays, int parts) {
        if (unwanted != null) {
            double lost = (1 - settings.start()) * Math.pow(2, -unwanted.fadingDays(at) / halfLifeDays);
            double part = -Math.log1p(-lost / parts);
            loss += part;
            if (part > strongest) {
                strongest = part;
                decisive = unwanted;
            }
        }
    }
}
