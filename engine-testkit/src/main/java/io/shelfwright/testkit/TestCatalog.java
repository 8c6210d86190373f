package io.shelfwright.testkit;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.VectorOrigin;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A catalog of items that a test states one by one; immutable.
 *
 * <p>Similarity is by content (weighted Jaccard of artists and genres, with kind, language and publisher) unless the test
 * states it for a pair, or both items have a vector: then it is their cosine, at least 0. Items of one kind, artist or genre come most popular first, ties by id.
 */
public final class TestCatalog implements Catalog {
    private final String version;
    private final List<Item> items;
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<String, String> artistNames;
    private final Map<String, ItemList> byKind;
    private final Map<String, ItemList> byArtist;
    private final Map<String, ItemList> byGenre;
    private final Set<ItemKind> kinds = new TreeSet<>();
    private final TestStatistics statistics;
    private final Neighbours[] neighbours;
    private final Map<Set<String>, Double> similarities;
    private final @Nullable ItemVectors vectors;

    TestCatalog(TestCatalogBuilder builder) {
        version = builder.version;
        items = List.copyOf(builder.items.values());
        artistNames = Map.copyOf(builder.artistNames);
        similarities = Map.copyOf(builder.similarities);
        ItemUse[] uses = new ItemUse[items.size()];
        for (int i = 0; i < uses.length; i++) {
            uses[i] = builder.uses.getOrDefault(items.get(i).id(), new ItemUse());
            indices.put(items.get(i).id(), i);
            kinds.add(items.get(i).kind());
        }
        statistics = new TestStatistics(items, uses);
        ItemGroups groups = new ItemGroups(items, uses);
        byKind = groups.by(item -> List.of(item.kind().name()));
        byArtist = groups.by(distinct(Item::artistIds));
        byGenre = groups.by(distinct(Item::genres));
        neighbours = groups.neighbours(indices);
        vectors = builder.vectors.isEmpty() ? null : vectors(builder);
    }

    private ItemVectors vectors(TestCatalogBuilder builder) {
        int dimension = builder.vectors.values().iterator().next().length;
        float[][] rows = new float[items.size()][];
        VectorOrigin[] origins = new VectorOrigin[items.size()];
        for (int i = 0; i < rows.length; i++) {
            String id = items.get(i).id();
            rows[i] = builder.vectors.getOrDefault(id, new float[dimension]);
            origins[i] = builder.origins.getOrDefault(id, VectorOrigin.NONE);
        }
        return new TestVectors(ItemVectors.COLLABORATIVE, version + "-vectors", dimension, rows, origins);
    }

    /** Returns a builder of a catalog with no items. */
    public static TestCatalogBuilder builder() {
        return new TestCatalogBuilder();
    }

    /** Returns a catalog of items that nobody has played. */
    public static TestCatalog of(Item... items) {
        return builder().items(items).build();
    }

    private static Function<Item, Iterable<String>> distinct(Function<Item, List<String>> names) {
        return item -> new LinkedHashSet<>(names.apply(item));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public Item item(int index) {
        return items.get(index);
    }

    @Override
    public int indexOf(String itemId) {
        return indices.getOrDefault(itemId, -1);
    }

    @Override
    public Set<ItemKind> kinds() {
        return Set.copyOf(kinds);
    }

    @Override
    public ItemList itemsOfKind(ItemKind kind) {
        return byKind.getOrDefault(kind.name(), ItemList.EMPTY);
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
        return artistNames.getOrDefault(artistId, artistId);
    }

    @Override
    public ItemStatistics statistics() {
        return statistics;
    }

    @Override
    public Neighbours neighbours(int item) {
        return neighbours[item];
    }

    @Override
    public double similarity(int first, int second) {
        if (first == second) {
            return 1;
        }
        if (!similarities.isEmpty()) {
            Double stated = similarities.get(
                    Set.of(items.get(first).id(), items.get(second).id()));
            if (stated != null) {
                return stated;
            }
        }
        if (vectors != null && vectors.knows(first) && vectors.knows(second)) {
            return Math.max(0, vectors.cosine(first, second));
        }
        return ContentSimilarity.of(items.get(first), items.get(second));
    }

    @Override
    public Optional<ItemVectors> vectors(String space) {
        return space.equals(ItemVectors.COLLABORATIVE) ? Optional.ofNullable(vectors) : Optional.empty();
    }

    @Override
    public List<String> vectorSpaces() {
        return vectors == null ? List.of() : List.of(ItemVectors.COLLABORATIVE);
    }
}
