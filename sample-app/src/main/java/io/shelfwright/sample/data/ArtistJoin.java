package io.shelfwright.sample.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides which artists of different sources are one.
 *
 * <p>An artist that is known by name only becomes the Last.fm artist of the same {@link ArtistKey}, of several the most
 * played one (then the one with the smaller number); Last.fm artists are never joined with each other.
 */
final class ArtistJoin {
    static final String AUTHORITY = "artist:lastfm:";

    private static final Comparator<ArtistEntry> MOST_PLAYED = Comparator.comparingDouble(ArtistEntry::weight)
            .reversed()
            .thenComparingInt(artist -> artist.id().length())
            .thenComparing(ArtistEntry::id);

    private final Map<String, String> canonical = new HashMap<>();
    private final SortedMap<String, String> names = new TreeMap<>();

    ArtistJoin(List<ArtistEntry> artists) {
        Map<ArtistKey, ArtistEntry> authorities = new HashMap<>();
        for (ArtistEntry artist : artists) {
            ArtistKey key = artist.id().startsWith(AUTHORITY) ? ArtistKey.of(artist.name()) : new ArtistKey("", "");
            if (key.joins()) {
                authorities.merge(key, artist, (a, b) -> MOST_PLAYED.compare(a, b) <= 0 ? a : b);
            }
        }
        List<ArtistEntry> sorted = new ArrayList<>(artists);
        sorted.sort(MOST_PLAYED);
        for (ArtistEntry artist : sorted) {
            ArtistEntry authority =
                    artist.id().startsWith(ArtistKey.BY_NAME) ? authorities.get(ArtistKey.of(artist.name())) : null;
            if (authority == null) {
                names.putIfAbsent(artist.id(), artist.name());
            } else {
                canonical.put(artist.id(), authority.id());
            }
        }
    }

    /** Returns the id of the artist that an artist is one with: itself where nothing was joined. */
    String canonical(String artistId) {
        return canonical.getOrDefault(artistId, artistId);
    }

    /** Returns the number of artists known by name only that were joined. */
    int joined() {
        return canonical.size();
    }

    SortedMap<String, String> names() {
        return Collections.unmodifiableSortedMap(names);
    }
}
