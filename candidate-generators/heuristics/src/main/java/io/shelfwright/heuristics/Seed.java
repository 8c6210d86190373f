package io.shelfwright.heuristics;

import io.shelfwright.api.TargetType;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Something the user listened to, from which a strategy starts.
 *
 * @param id item or artist
 * @param name what a listener reads
 * @param item catalog index, -1 for an artist who is no item
 * @param artists its artists
 * @param weight above 0, at most 1
 */
record Seed(String id, String name, int item, List<String> artists, double weight) {
    private static final int MOST_HISTORIES = 300;
    private static final double HALF_LIFE_DAYS = 30;

    /**
     * Returns the user's recent favourites, best first: the items with most plays decayed with a half-life of 30 days, one
     * for each leading artist; the most played artists where no played item is in the catalog.
     */
    static List<Seed> of(UserState user, Catalog catalog, Instant at, int most) {
        List<Seed> found = new ArrayList<>();
        List<ItemHistory> histories = user.histories();
        Hidden hidden = user.hidden(at);
        for (int i = 0; i < Math.min(histories.size(), MOST_HISTORIES); i++) {
            ItemHistory history = histories.get(i);
            Instant lastPlayed = history.lastPlayed();
            int item = catalog.indexOf(history.itemId());
            if (item >= 0
                    && lastPlayed != null
                    && history.decayedPlays() > history.skips()
                    && !hidden.hides(catalog.item(item))) {
                double recent = Familiarity.decay(Familiarity.days(lastPlayed, at), HALF_LIFE_DAYS);
                found.add(new Seed(
                        history.itemId(),
                        catalog.item(item).title(),
                        item,
                        catalog.item(item).artistIds(),
                        (history.decayedPlays() - history.skips()) * recent));
            }
        }
        if (found.isEmpty()) {
            for (Affinity artist : user.artists()) {
                if (hidden.hides(TargetType.ARTIST, artist.name())) {
                    continue;
                }
                int item = catalog.indexOf(artist.name());
                String name = catalog.artistName(artist.name());
                found.add(new Seed(artist.name(), name, item, List.of(artist.name()), artist.share()));
            }
        }
        found.sort(Comparator.comparingDouble((Seed seed) -> -seed.weight).thenComparing(Seed::id));
        return distinct(found, most);
    }

    private static List<Seed> distinct(List<Seed> ordered, int most) {
        List<Seed> seeds = new ArrayList<>();
        Set<String> leading = new HashSet<>();
        double top = ordered.isEmpty() ? 1 : ordered.get(0).weight;
        for (Seed seed : ordered) {
            if (seeds.size() == most || !(seed.weight > 0)) {
                break;
            }
            if (seed.artists.isEmpty() || leading.add(seed.artists.get(0))) {
                seeds.add(new Seed(seed.id, seed.name, seed.item, seed.artists, seed.weight / top));
            }
        }
        return seeds;
    }
}
