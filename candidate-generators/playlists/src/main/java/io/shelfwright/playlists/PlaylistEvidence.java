package io.shelfwright.playlists;

import io.shelfwright.api.Item;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says why an item is proposed: the greatest part of its score. */
final class PlaylistEvidence {
    private final Catalog catalog;
    private final Taste taste;
    private final Evidence popular;
    private final Map<String, Integer> ownRanks = new HashMap<>();
    private final Map<String, Integer> nearRanks = new HashMap<>();
    private final Map<String, Integer> genreRanks = new HashMap<>();

    PlaylistEvidence(Catalog catalog, Taste taste, String market) {
        this.catalog = catalog;
        this.taste = taste;
        popular = catalog.statistics().knowsMarket(market)
                ? Evidence.of("popular-in-market", "Popular in " + market)
                : Evidence.of("popular", "Popular with listeners everywhere");
        for (Affinity artist : taste.artists()) {
            ownRanks.put(artist.name(), ownRanks.size());
        }
        for (Taste.Near artist : taste.near()) {
            nearRanks.put(artist.artist(), nearRanks.size());
        }
        for (Affinity genre : taste.genres()) {
            genreRanks.put(genre.name(), genreRanks.size());
        }
    }

    /**
     * Returns the evidence of an item.
     *
     * @param own part of the user's own artists in the score
     * @param near part of artists near those
     * @param genre part of the user's genres
     * @param popularity part of popularity
     */
    Evidence of(Item item, double own, double near, double genre, double popularity) {
        double most = Math.max(Math.max(own, near), Math.max(genre, popularity));
        int artist = most == own ? first(item.artistIds(), ownRanks) : -1;
        if (artist >= 0) {
            String id = taste.artists().get(artist).name();
            return new Evidence("artist", "With " + catalog.artistName(id) + ", whom you play", List.of(id));
        }
        int neighbour = most == near ? first(item.artistIds(), nearRanks) : -1;
        if (neighbour >= 0) {
            String id = taste.near().get(neighbour).source();
            return new Evidence("near-artist", "For listeners of " + catalog.artistName(id), List.of(id));
        }
        int liked = most == genre ? first(item.genres(), genreRanks) : -1;
        if (liked >= 0) {
            return Evidence.of(
                    "genre",
                    "Because you listen to " + taste.genres().get(liked).name());
        }
        return popular;
    }

    private static int first(List<String> names, Map<String, Integer> ranks) {
        int best = -1;
        for (String name : names) {
            Integer rank = ranks.get(name);
            if (rank != null && (best < 0 || rank < best)) {
                best = rank;
            }
        }
        return best;
    }
}
