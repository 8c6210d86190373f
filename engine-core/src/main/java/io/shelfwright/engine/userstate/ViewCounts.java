package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ImpressionKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Impressions that were not answered: of each item, artist and shelf, and of explored cards; filled by one thread, then
 * only read.
 *
 * <p>An impression is answered by any later positive reaction to its item. It is then left out everywhere, so that the
 * artist and the shelf get back their part of it too.
 */
final class ViewCounts {
    private final Map<String, Sum> items = new HashMap<>();
    private final Map<String, Sum> artists = new HashMap<>();
    private final Map<String, Sum> shelves = new HashMap<>();
    private final Catalog catalog;
    private final double reference;
    private final Decay decay;
    private Instant[] exploredTimes = new Instant[8];
    private double[] exploredUntil = new double[8];
    private int explored;
    private @Nullable Fading fading;

    /** Makes empty counts, whose sums are decayed until a reference time in seconds. */
    ViewCounts(Catalog catalog, double reference) {
        this.catalog = catalog;
        this.reference = reference;
        decay = new Decay(Decay.IMPRESSION_HALF_LIFE, reference);
    }

    void addUnanswered(Interaction view) {
        double views = view.amount() * decay.weight(Decay.seconds(view.time()));
        Sum item = sum(items, view.targetId());
        if (item.value == 0) {
            int index = catalog.indexOf(view.targetId());
            Item known = index < 0 ? null : catalog.item(index);
            item.artists = known == null ? List.of() : known.artistIds();
        }
        item.value += views;
        for (int i = 0; i < item.artists.size(); i++) {
            sum(artists, item.artists.get(i)).value += views;
        }
        if (!view.shelfId().isEmpty()) {
            sum(shelves, view.shelfId()).value += views;
        }
    }

    /** Counts a view of an explored card, answered or not; called in order of time. */
    void addExplored(Interaction view) {
        if (explored == exploredTimes.length) {
            exploredTimes = Arrays.copyOf(exploredTimes, explored * 2);
            exploredUntil = Arrays.copyOf(exploredUntil, explored * 2);
        }
        exploredTimes[explored] = view.time();
        exploredUntil[explored] = view.amount() + (explored == 0 ? 0 : exploredUntil[explored - 1]);
        explored++;
    }

    /** Returns the decayed count at a time; what was seen after that time counts in full. */
    double unanswered(ImpressionKey.Scope scope, String key, Instant at) {
        Sum sum =
                switch (scope) {
                    case ITEM -> items.get(key);
                    case ARTIST -> artists.get(key);
                    case SHELF -> shelves.get(key);
                };
        if (sum == null) {
            return 0;
        }
        return sum.value * fadedUntil(at);
    }

    /** A request asks for many keys at one time. Two threads may both replace what is remembered; either may stay. */
    private double fadedUntil(Instant at) {
        Fading known = fading;
        if (known == null || !known.at.equals(at)) {
            known = new Fading(at, Decay.factor(reference - Decay.seconds(at), Decay.IMPRESSION_HALF_LIFE));
            fading = known;
        }
        return known.factor;
    }

    /** Returns the number of explored views at or after a time. */
    int exploredSince(Instant since) {
        int first = Arrays.binarySearch(exploredTimes, 0, explored, since);
        if (first < 0) {
            first = -first - 1;
        }
        while (first > 0 && exploredTimes[first - 1].equals(since)) {
            first--;
        }
        if (first == explored) {
            return 0;
        }
        double before = first == 0 ? 0 : exploredUntil[first - 1];
        return (int) Math.min(Integer.MAX_VALUE, Math.round(exploredUntil[explored - 1] - before));
    }

    private static Sum sum(Map<String, Sum> sums, String key) {
        Sum sum = sums.get(key);
        if (sum == null) {
            sum = new Sum();
            sums.put(key, sum);
        }
        return sum;
    }

    /** What is left at a time of what was counted. */
    private record Fading(Instant at, double factor) {}

    private static final class Sum {
        double value;
        List<String> artists = List.of();
    }
}
