package io.shelfwright.sample.data;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the items of all sources together under the joined artists.
 *
 * <p>Artist items that became one keep what the first knows (the one whose id stayed) and take the rest from the others.
 * Albums and playlists get the {@value #ARTIST_GENRES} genres that weigh most among their artists (an artist at place i
 * and its genre at place j weigh 1 / ((1 + i)(1 + j))), then their own, {@value #MOST_GENRES} in all.
 */
final class ItemJoin {
    private static final int ARTIST_GENRES = 3;
    private static final int MOST_GENRES = 6;
    /** Places beyond this weigh too little to change the three that are kept. */
    private static final int ARTISTS_READ = 30;

    private final ArtistJoin artists;
    private final TreeMap<String, Item> items = new TreeMap<>();
    private final Map<String, List<String>> genresOfArtists = new HashMap<>();

    ItemJoin(ArtistJoin artists, List<Item> all) {
        this.artists = artists;
        List<Item> sorted = new ArrayList<>(all);
        // Those whose id stays come first, so that they are the ones that are completed.
        sorted.sort(Comparator.comparing(
                        (Item item) -> !artists.canonical(item.id()).equals(item.id()))
                .thenComparing(Item::id));
        for (Item item : sorted) {
            Item joined = underJoinedArtists(item);
            items.merge(joined.id(), joined, ItemJoin::complete);
        }
        for (Item item : items.values()) {
            if (item.kind().equals(ItemKind.ARTIST)) {
                genresOfArtists.put(item.id(), item.genres());
            }
        }
        items.replaceAll((id, item) -> takesGenres(item) ? with(item, item.artistIds(), genres(item)) : item);
    }

    /** Returns the items in ascending order of id. */
    Collection<Item> items() {
        return items.values();
    }

    private Item underJoinedArtists(Item item) {
        LinkedHashSet<String> ids = new LinkedHashSet<>();
        item.artistIds().forEach(id -> ids.add(artists.canonical(id)));
        return with(item, List.copyOf(ids), item.genres());
    }

    private Item with(Item item, List<String> artistIds, List<String> genres) {
        return copy(item, artists.canonical(item.id()), artistIds, genres, item.basePopularity(), item.description());
    }

    private static Item complete(Item first, Item other) {
        return copy(
                first,
                first.id(),
                first.artistIds(),
                first.genres().isEmpty() ? other.genres() : first.genres(),
                Double.isNaN(first.basePopularity()) ? other.basePopularity() : first.basePopularity(),
                first.description().isEmpty() ? other.description() : first.description());
    }

    private static Item copy(
            Item item, String id, List<String> artistIds, List<String> genres, double popularity, String description) {
        return Item.builder(id, item.kind(), item.title())
                .artists(artistIds)
                .genres(genres)
                .language(item.language())
                .publisher(item.publisher())
                .markets(item.markets())
                .explicitness(item.explicitness())
                .minimumAge(item.minimumAge())
                .releasedAt(item.releasedAt())
                .basePopularity(popularity)
                .description(description)
                .build();
    }

    private static boolean takesGenres(Item item) {
        return item.kind().equals(ItemKind.ALBUM) || item.kind().equals(ItemKind.PLAYLIST);
    }

    private List<String> genres(Item item) {
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < Math.min(item.artistIds().size(), ARTISTS_READ); i++) {
            List<String> genres = genresOfArtists.getOrDefault(item.artistIds().get(i), List.of());
            for (int j = 0; j < genres.size(); j++) {
                weights.merge(genres.get(j), 1.0 / ((1 + i) * (1 + j)), Double::sum);
            }
        }
        List<String> ranked = new ArrayList<>(weights.keySet());
        ranked.sort(Comparator.comparingDouble((String genre) -> -weights.getOrDefault(genre, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        LinkedHashSet<String> genres = new LinkedHashSet<>(ranked.subList(0, Math.min(ARTIST_GENRES, ranked.size())));
        genres.addAll(item.genres());
        return genres.stream().limit(MOST_GENRES).toList();
    }
}
