package io.shelfwright.playlists;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.TasteVector;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The items nearest to a user's taste vector: their dot products relative to the best one, 0..1; for one request. */
final class NearTaste {
    private static final int MOST_HISTORIES = 200;

    private final Catalog catalog;
    private final UserState user;
    private final Hidden hidden;
    private final @Nullable ItemVectors vectors;
    private final float[] closeness;

    private NearTaste(
            Catalog catalog, UserState user, Hidden hidden, @Nullable ItemVectors vectors, float[] closeness) {
        this.catalog = catalog;
        this.user = user;
        this.hidden = hidden;
        this.vectors = vectors;
        this.closeness = closeness;
    }

    /**
     * Finds them; none where the snapshot has no vectors, or the user none of their version.
     *
     * @param most how many
     * @param accept which items may be found
     */
    static NearTaste of(
            UserState user, Instant at, Catalog catalog, ItemPositions positions, int most, IntPredicate accept) {
        Hidden hidden = user.hidden(at);
        ItemVectors vectors = catalog.vectors().orElse(null);
        TasteVector taste = user.taste().orElse(null);
        if (vectors == null || taste == null || most == 0 || !taste.fits(vectors)) {
            return new NearTaste(catalog, user, hidden, null, new float[0]);
        }
        NearestItems found =
                vectors.nearest(taste.values(), most, item -> positions.of(item) >= 0 && accept.test(item));
        float[] closeness = new float[positions.size()];
        for (int i = 0; i < found.size() && found.scores()[i] > 0; i++) {
            closeness[positions.of(found.items()[i])] = found.scores()[i] / found.scores()[0];
        }
        return new NearTaste(catalog, user, hidden, vectors, closeness);
    }

    /** Returns whether anything is known of the user's vector. */
    boolean isKnown() {
        return vectors != null;
    }

    /** Returns how close the item at a position is, 0..1; 0 where it is not among the nearest. */
    double closeness(int position) {
        return vectors == null ? 0 : closeness[position];
    }

    /** Returns evidence that names what the user played that an item is closest to, null where there is nothing. */
    @Nullable
    Evidence evidence(int item) {
        if (vectors == null) {
            return null;
        }
        List<ItemHistory> histories = user.histories();
        int closest = -1;
        double most = 0;
        for (int i = 0; i < Math.min(histories.size(), MOST_HISTORIES); i++) {
            int played = histories.get(i).plays() > 0
                    ? catalog.indexOf(histories.get(i).itemId())
                    : -1;
            double cosine = played < 0 ? 0 : vectors.cosine(item, played);
            if (cosine > most && !hidden.hides(catalog.item(played))) {
                most = cosine;
                closest = played;
            }
        }
        return closest < 0
                ? null
                : new Evidence(
                        "close",
                        "Close to what you play: " + catalog.item(closest).title(),
                        List.of(catalog.item(closest).id()));
    }
}
