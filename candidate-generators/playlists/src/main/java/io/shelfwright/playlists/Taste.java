package io.shelfwright.playlists;

import io.shelfwright.api.TargetType;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user listens to, strongest first.
 *
 * @param artists the user's own artists
 * @param near artists near those, whom the user does not play much
 * @param genres the user's genres
 */
record Taste(List<Affinity> artists, List<Near> near, List<Affinity> genres) {
    private static final int NEIGHBOURS_OF_AN_ARTIST = 20;
    private static final int ARTISTS_OF_A_NEIGHBOUR = 3;

    /** Reads a user's taste at a time, without what is hidden then: a playlist may hold it, but not for its sake. */
    static Taste of(UserState user, Instant at, Catalog catalog, PlaylistsSettings settings) {
        Hidden hidden = user.hidden(at);
        List<Affinity> artists = first(shown(user.artists(), TargetType.ARTIST, hidden), settings.topArtists());
        List<Affinity> genres = first(shown(user.genres(), TargetType.GENRE, hidden), settings.topGenres());
        return new Taste(artists, near(artists, catalog, settings.nearArtists()), genres);
    }

    private static List<Affinity> shown(List<Affinity> all, TargetType type, Hidden hidden) {
        if (!hidden.hasAny(type)) {
            return all;
        }
        List<Affinity> shown = new ArrayList<>();
        for (Affinity one : all) {
            if (!hidden.hides(type, one.name())) {
                shown.add(one);
            }
        }
        return shown;
    }

    private static List<Near> near(List<Affinity> artists, Catalog catalog, int most) {
        Map<String, Sum> found = new HashMap<>();
        for (Affinity artist : artists) {
            Neighbours neighbours = neighbours(artist.name(), catalog);
            for (int i = 0; i < Math.min(neighbours.size(), NEIGHBOURS_OF_AN_ARTIST); i++) {
                double share = artist.share() * neighbours.similarity(i);
                List<String> theirs = catalog.item(neighbours.item(i)).artistIds();
                for (int k = 0; k < Math.min(theirs.size(), ARTISTS_OF_A_NEIGHBOUR); k++) {
                    Sum sum = found.get(theirs.get(k));
                    if (sum == null) {
                        sum = new Sum(artist.name());
                        found.put(theirs.get(k), sum);
                    }
                    sum.share += share;
                }
            }
        }
        for (Affinity artist : artists) {
            found.remove(artist.name());
        }
        List<Near> ordered = new ArrayList<>(found.size());
        found.forEach((artist, sum) -> ordered.add(new Near(artist, sum.share, sum.source)));
        ordered.sort(Comparator.comparingDouble((Near near) -> -near.share()).thenComparing(Near::artist));
        return first(ordered, most);
    }

    /** Returns the neighbours of an artist's own item, or of the artist's most popular item where there is none. */
    private static Neighbours neighbours(String artist, Catalog catalog) {
        int item = catalog.indexOf(artist);
        if (item >= 0) {
            return catalog.neighbours(item);
        }
        ItemList items = catalog.itemsByArtist(artist);
        return items.isEmpty() ? Neighbours.NONE : catalog.neighbours(items.get(0));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    /**
     * An artist near the user's own.
     *
     * @param artist id
     * @param share sum over the user's artists of share times cosine of co-listening
     * @param source the user's most played artist it is near to
     */
    record Near(String artist, double share, String source) {}

    private static final class Sum {
        private final String source;
        private double share;

        Sum(String source) {
            this.source = source;
        }
    }
}
