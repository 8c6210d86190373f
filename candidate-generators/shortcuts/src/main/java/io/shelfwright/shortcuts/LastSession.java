package io.shelfwright.shortcuts;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies near the items of the user's last session; those items themselves do not, recency speaks for them. */
final class LastSession {
    private static final int MOST_ITEMS = 10;
    private static final double SAME_ARTIST = 0.8;
    private static final double SECONDS_AN_HOUR = 3_600;

    private final Map<Integer, Near> neighbours = new HashMap<>();
    private final Map<String, Integer> artists = new HashMap<>();
    private final Set<Integer> played = new HashSet<>();
    private final double strength;

    LastSession(RecallRequest request, Catalog catalog, double halfLifeHours) {
        UserState user = request.user();
        Instant lastActive = user.lastActive();
        if (lastActive == null) {
            strength = 0;
            return;
        }
        double hours = Duration.between(lastActive, request.context().at()).getSeconds() / SECONDS_AN_HOUR;
        strength = Math.exp(-Math.max(0, hours) / halfLifeHours * Math.log(2));
        List<String> ids = user.lastSession();
        for (int i = 0; i < Math.min(ids.size(), MOST_ITEMS); i++) {
            int item = catalog.indexOf(ids.get(i));
            if (item >= 0) {
                add(item, catalog);
            }
        }
    }

    private void add(int item, Catalog catalog) {
        played.add(item);
        for (String artist : catalog.item(item).artistIds()) {
            artists.putIfAbsent(artist, item);
        }
        Neighbours near = catalog.neighbours(item);
        for (int i = 0; i < near.size(); i++) {
            neighbours.merge(
                    near.item(i),
                    new Near(item, near.similarity(i)),
                    (first, second) -> second.nearness > first.nearness ? second : first);
        }
    }

    /**
     * Returns the nearness of an item, 0..1: the greatest cosine of co-listening with an item of the session, or 0.8 for a
     * shared artist, fading with the time since the session.
     */
    double nearness(int item, Catalog catalog) {
        Near near = nearest(item, catalog);
        return near == null ? 0 : strength * near.nearness;
    }

    /** Returns the item of the session that another is nearest to, -1 where there is none. */
    int source(int item, Catalog catalog) {
        Near near = nearest(item, catalog);
        return near == null ? -1 : near.source;
    }

    private @Nullable Near nearest(int item, Catalog catalog) {
        if (strength == 0 || played.isEmpty() || played.contains(item)) {
            return null;
        }
        Near best = neighbours.get(item);
        if (best != null && best.nearness >= SAME_ARTIST) {
            return best;
        }
        for (String artist : catalog.item(item).artistIds()) {
            Integer source = artists.get(artist);
            if (source != null) {
                return new Near(source, SAME_ARTIST);
            }
        }
        return best;
    }

    private record Near(int source, double nearness) {}
}
