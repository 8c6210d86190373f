package io.shelfwright.testkit;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.VectorOrigin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** The same catalog with the items numbered the other way round. */
final class ReversedCatalog implements Catalog {
    private final Catalog catalog;
    private final ItemStatistics statistics;

    private ReversedCatalog(Catalog catalog) {
        this.catalog = catalog;
        statistics = new ReversedStatistics();
    }

    static Catalog of(Catalog catalog) {
        return new ReversedCatalog(catalog);
    }

    /** Returns the other number of an item; its own inverse. */
    private int turned(int index) {
        return catalog.size() - 1 - index;
    }

    private ItemList turned(ItemList indices) {
        int[] turned = new int[indices.size()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = turned(indices.get(i));
        }
        return ItemList.of(turned);
    }

    @Override
    public String version() {
        return catalog.version();
    }

    @Override
    public int size() {
        return catalog.size();
    }

    @Override
    public Item item(int index) {
        return catalog.item(turned(index));
    }

    @Override
    public int indexOf(String itemId) {
        int index = catalog.indexOf(itemId);
        return index < 0 ? index : turned(index);
    }

    @Override
    public Set<ItemKind> kinds() {
        return catalog.kinds();
    }

    @Override
    public ItemList itemsOfKind(ItemKind kind) {
        return turned(catalog.itemsOfKind(kind));
    }

    @Override
    public ItemList itemsByArtist(String artistId) {
        return turned(catalog.itemsByArtist(artistId));
    }

    @Override
    public ItemList itemsOfGenre(String genre) {
        return turned(catalog.itemsOfGenre(genre));
    }

    @Override
    public String artistName(String artistId) {
        return catalog.artistName(artistId);
    }

    @Override
    public ItemStatistics statistics() {
        return statistics;
    }

    @Override
    public Neighbours neighbours(int item) {
        Neighbours neighbours = catalog.neighbours(turned(item));
        int[] items = new int[neighbours.size()];
        float[] similarities = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = turned(neighbours.item(i));
            similarities[i] = neighbours.similarity(i);
        }
        return new Neighbours(items, similarities);
    }

    @Override
    public double similarity(int first, int second) {
        return catalog.similarity(turned(first), turned(second));
    }

    @Override
    public Optional<ItemVectors> vectors(String space) {
        return catalog.vectors(space).map(ReversedVectors::new);
    }

    @Override
    public List<String> vectorSpaces() {
        return catalog.vectorSpaces();
    }

    private final class ReversedVectors implements ItemVectors {
        private final ItemVectors vectors;

        ReversedVectors(ItemVectors vectors) {
            this.vectors = vectors;
        }

        @Override
        public String space() {
            return vectors.space();
        }

        @Override
        public String version() {
            return vectors.version();
        }

        @Override
        public int dimension() {
            return vectors.dimension();
        }

        @Override
        public int size() {
            return vectors.size();
        }

        @Override
        public VectorOrigin origin(int item) {
            return vectors.origin(turned(item));
        }

        @Override
        public void copy(int item, float[] target) {
            vectors.copy(turned(item), target);
        }

        @Override
        public double dot(float[] query, int item) {
            return vectors.dot(query, turned(item));
        }

        @Override
        public double dot(int first, int second) {
            return vectors.dot(turned(first), turned(second));
        }

        @Override
        public double cosine(float[] query, int item) {
            return vectors.cosine(query, turned(item));
        }

        @Override
        public double cosine(int first, int second) {
            return vectors.cosine(turned(first), turned(second));
        }

        @Override
        public NearestItems nearest(float[] query, int k, IntPredicate accept) {
            return inOrder(vectors.nearest(query, k, item -> accept.test(turned(item))));
        }

        @Override
        public NearestItems similar(int item, int k, IntPredicate accept) {
            return inOrder(vectors.similar(turned(item), k, other -> accept.test(turned(other))));
        }

        private NearestItems inOrder(NearestItems found) {
            int[] items = new int[found.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = turned(found.items()[i]);
            }
            return new NearestItems(items, found.scores());
        }
    }

    private final class ReversedStatistics implements ItemStatistics {
        @Override
        public double plays(int item) {
            return catalog.statistics().plays(turned(item));
        }

        @Override
        public int listeners(int item) {
            return catalog.statistics().listeners(turned(item));
        }

        @Override
        public double recentPlays(int item) {
            return catalog.statistics().recentPlays(turned(item));
        }

        @Override
        public double views(int item) {
            return catalog.statistics().views(turned(item));
        }

        @Override
        public double engagements(int item) {
            return catalog.statistics().engagements(turned(item));
        }

        @Override
        public double popularity(int item) {
            return catalog.statistics().popularity(turned(item));
        }

        @Override
        public boolean knowsMarket(String market) {
            return catalog.statistics().knowsMarket(market);
        }

        @Override
        public double popularity(String market, int item) {
            return catalog.statistics().popularity(market, turned(item));
        }

        @Override
        public double expectedEngagement(int item) {
            return catalog.statistics().expectedEngagement(turned(item));
        }
    }
}
