package io.shelfwright.testkit;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemBuilder;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.VectorOrigin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Builds a {@link TestCatalog}; items are numbered in the order in which they are added. Not thread-safe. */
public final class TestCatalogBuilder {
    String version = "test-1";
    final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, String> artistNames = new HashMap<>();
    final Map<String, ItemUse> uses = new HashMap<>();
    final Map<Set<String>, Double> similarities = new HashMap<>();
    final Map<String, float[]> vectors = new HashMap<>();
    final Map<String, VectorOrigin> origins = new HashMap<>();

    TestCatalogBuilder() {}

    public TestCatalogBuilder version(String value) {
        version = value;
        return this;
    }

    /**
     * Adds an item.
     *
     * @throws IllegalArgumentException if an item of this id is there already
     */
    public TestCatalogBuilder item(Item item) {
        if (items.put(item.id(), item) != null) {
            throw new IllegalArgumentException("item " + item.id() + " is added twice");
        }
        return this;
    }

    public TestCatalogBuilder item(ItemBuilder item) {
        return item(item.build());
    }

    public TestCatalogBuilder items(Item... more) {
        for (Item item : more) {
            item(item);
        }
        return this;
    }

    /** Adds an album by an artist with genres. */
    public TestCatalogBuilder album(String id, String artist, String... genres) {
        return item(
                Item.builder(id, ItemKind.ALBUM, "Album " + id).artists(artist).genres(genres));
    }

    /** Adds a playlist of artists. */
    public TestCatalogBuilder playlist(String id, String... artists) {
        return item(Item.builder(id, ItemKind.PLAYLIST, "Playlist " + id).artists(artists));
    }

    /** Adds an artist as an item that names itself. */
    public TestCatalogBuilder artist(String id, String... genres) {
        return item(
                Item.builder(id, ItemKind.ARTIST, "Artist " + id).artists(id).genres(genres));
    }

    /** Adds a podcast show with genres. */
    public TestCatalogBuilder show(String id, String... genres) {
        return item(Item.builder(id, ItemKind.PODCAST_SHOW, "Show " + id).genres(genres));
    }

    public TestCatalogBuilder artistName(String artistId, String name) {
        artistNames.put(artistId, name);
        return this;
    }

    /** States the plays of an item over all users; 0 where it is not stated. */
    public TestCatalogBuilder plays(String itemId, double plays) {
        use(itemId).plays = plays;
        return this;
    }

    /** States how many users played an item; where it is not stated, one did if it has plays. */
    public TestCatalogBuilder listeners(String itemId, int listeners) {
        use(itemId).listeners = listeners;
        return this;
    }

    /** States the decayed recent plays; where they are not stated, all plays are recent. */
    public TestCatalogBuilder recentPlays(String itemId, double plays) {
        use(itemId).recentPlays = plays;
        return this;
    }

    /** States examined impressions and the positive reactions to them; 0 where they are not stated. */
    public TestCatalogBuilder views(String itemId, double views, double engagements) {
        use(itemId).views = views;
        use(itemId).engagements = engagements;
        return this;
    }

    /** States plays in one market, by which items are ranked there. */
    public TestCatalogBuilder marketPlays(String market, String itemId, double plays) {
        use(itemId).marketPlays.put(market, plays);
        return this;
    }

    /** States that the listeners of one item play another; one way only. */
    public TestCatalogBuilder neighbour(String itemId, String neighbourId, double similarity) {
        require(neighbourId);
        use(itemId).neighbours.put(neighbourId, similarity);
        return this;
    }

    /** States how alike two different items are, in place of their likeness by content. */
    public TestCatalogBuilder similarity(String first, String second, double similarity) {
        require(first);
        require(second);
        similarities.put(Set.of(first, second), similarity);
        return this;
    }

    /** States the learned vector of an item in the collaborative space; all of a catalog's have one length. */
    public TestCatalogBuilder vector(String itemId, double... values) {
        float[] vector = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            vector[i] = (float) values[i];
        }
        return vector(itemId, VectorOrigin.LEARNED, vector);
    }

    TestCatalogBuilder vector(String itemId, VectorOrigin origin, float[] vector) {
        require(itemId);
        for (float[] other : vectors.values()) {
            if (other.length != vector.length) {
                throw new IllegalArgumentException("the vector of item " + itemId + " has " + vector.length
                        + " values, others have " + other.length);
            }
        }
        vectors.put(itemId, vector);
        origins.put(itemId, origin);
        return this;
    }

    public TestCatalog build() {
        return new TestCatalog(this);
    }

    private ItemUse use(String itemId) {
        require(itemId);
        return uses.computeIfAbsent(itemId, id -> new ItemUse());
    }

    private void require(String itemId) {
        if (!items.containsKey(itemId)) {
            throw new IllegalArgumentException("item " + itemId + " is not in the catalog; add it first");
        }
    }
}
