package io.shelfwright.engine.snapshots;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.Neighbours;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A catalog in memory, with its inverted indices; immutable. */
public final class ItemCatalog implements Catalog {
    private final String version;
    private final CatalogData data;
    private final Map<String, Integer> index;
    private final Set<ItemKind> kinds;
    private final Map<ItemKind, ItemList> byKind;
    private final Map<String, ItemList> byArtist;
    private final Map<String, ItemList> byGenre;
    private final UsageStatistics statistics;
    private final ContentSimilarity similarity;
    private final Map<String, ItemVectors> vectors;
    private final @Nullable ItemVectors collaborative;

    /** Makes a catalog without vectors. */
    public ItemCatalog(String version, CatalogData data) {
        this(version, data, List.of());
    }

    /**
     * Makes a catalog.
     *
     * @param spaces vectors of its items, each space once
     */
    public ItemCatalog(String version, CatalogData data, List<? extends ItemVectors> spaces) {
        this.version = version;
        this.data = data;
        Map<String, ItemVectors> byName = new TreeMap<>();
        spaces.forEach(space -> byName.put(space.space(), space));
        vectors = Collections.unmodifiableMap(byName);
        collaborative = byName.get(ItemVectors.COLLABORATIVE);
        index = new HashMap<>(data.items().size() * 2);
        for (int i = 0; i < data.items().size(); i++) {
            index.put(data.items().get(i).id(), i);
        }
        int[] byPopularity = UsageStatistics.mostPopularFirst(data);
        Map<ItemKind, int[]> ofKind = invert(byPopularity, item -> List.of(item.kind()));
        byKind = lists(ofKind);
        byArtist = lists(invert(byPopularity, Item::artistIds));
        byGenre = lists(invert(byPopularity, Item::genres));
        kinds = Collections.unmodifiableSet(new TreeSet<>(byKind.keySet()));
        statistics = new UsageStatistics(data, ofKind);
        similarity = new ContentSimilarity(data.items());
    }

    /** Returns what this catalog was made of. */
    public CatalogData data() {
        return data;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int size() {
        return data.items().size();
    }

    @Override
    public Item item(int item) {
        return data.items().get(item);
    }

    @Override
    public int indexOf(String itemId) {
        return index.getOrDefault(itemId, -1);
    }

    @Override
    public Set<ItemKind> kinds() {
        return kinds;
    }

    @Override
    public ItemList itemsOfKind(ItemKind kind) {
        return byKind.getOrDefault(kind, ItemList.EMPTY);
    }

    @Override
    public ItemList itemsByArtist(String artistId) {
        return byArtist.getOrDefault(artistId, ItemList.EMPTY);
    }

    @Override
    public ItemList itemsOfGenre(String genre) {
        return byGenre.getOrDefault(genre, ItemList.EMPTY);
    }

    @Override
    public String artistName(String artistId) {
        return data.artistNames().getOrDefault(artistId, artistId);
    }

    @Override
    public ItemStatistics statistics() {
        return statistics;
    }

    @Override
    public Neighbours neighbours(int item) {
        return data.neighbours().get(item);
    }

    @Override
    public double similarity(int first, int second) {
        if (first != second && collaborative != null && collaborative.knows(first) && collaborative.knows(second)) {
            return Math.max(0, collaborative.cosine(first, second));
        }
        return similarity.of(first, second);
    }

    @Override
    public Optional<ItemVectors> vectors(String space) {
        return Optional.ofNullable(vectors.get(space));
    }

    @Override
    public List<String> vectorSpaces() {
        return List.copyOf(vectors.keySet());
    }

    private <K> Map<K, int[]> invert(int[] order, Function<Item, List<K>> keys) {
        Map<K, Integer> counts = new HashMap<>();
        for (Item item : data.items()) {
            for (K key : keys.apply(item)) {
                counts.merge(key, 1, Integer::sum);
            }
        }
        Map<K, int[]> inverted = new HashMap<>();
        Map<K, Integer> filled = new HashMap<>();
        for (int item : order) {
            for (K key : keys.apply(data.items().get(item))) {
                int[] list = inverted.computeIfAbsent(key, k -> new int[counts.getOrDefault(k, 0)]);
                list[filled.merge(key, 1, Integer::sum) - 1] = item;
            }
        }
        return inverted;
    }

    private static <K> Map<K, ItemList> lists(Map<K, int[]> inverted) {
        Map<K, ItemList> lists = new HashMap<>(inverted.size() * 2);
        inverted.forEach((key, items) -> lists.put(key, ItemList.of(items)));
        return lists;
    }

    /** Returns the spaces of vectors, by name. */
    public List<ItemVectors> spaces() {
        return List.copyOf(vectors.values());
    }

    /** Returns what has to be closed when nobody uses this catalog any more: indices of its vectors. */
    public List<AutoCloseable> resources() {
        List<AutoCloseable> resources = new ArrayList<>();
        for (ItemVectors space : vectors.values()) {
            if (space instanceof AutoCloseable) {
                resources.add((AutoCloseable) space);
            }
        }
        return resources;
    }

    /** Returns the number of items of each kind, for people. */
    public Map<String, Integer> countByKind() {
        Map<String, Integer> counts = new TreeMap<>();
        byKind.forEach((kind, items) -> counts.put(kind.name(), items.size()));
        return counts;
    }
}
