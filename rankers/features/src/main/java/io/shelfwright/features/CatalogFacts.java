package io.shelfwright.features;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemList;
import java.util.Arrays;

/** What is computed once for a snapshot; immutable. */
final class CatalogFacts {
    /** Artists of an item that are considered: a playlist may have thousands. */
    static final int ARTISTS = 50;

    /** Genres of an item that are considered. */
    static final int GENRES = 20;

    private final Catalog catalog;
    private final NumberedNames artists;
    private final NumberedNames genres;
    private final int[] itemOfArtist;
    private final boolean[] coListened;
    private final float[] itemValues;
    private final int itemWidth = ItemFeatures.FEATURES.size();
    private final float[] popularityValues;
    private final int popularityWidth = PopularityFeatures.SNAPSHOT.size();

    CatalogFacts(Catalog catalog) {
        this.catalog = catalog;
        int size = catalog.size();
        artists = new NumberedNames(size);
        genres = new NumberedNames(size);
        itemValues = new float[size * itemWidth];
        popularityValues = new float[size * popularityWidth];
        for (int item = 0; item < size; item++) {
            Item content = catalog.item(item);
            artists.addItem(content.artistIds(), ARTISTS);
            genres.addItem(content.genres(), GENRES);
            ItemFeatures.describe(content, itemValues, item * itemWidth);
            PopularityFeatures.describe(catalog, item, popularityValues, item * popularityWidth);
        }
        itemOfArtist = itemsOfArtists();
        coListened = new boolean[size];
        for (int item = 0; item < size; item++) {
            coListened[item] = isCoListened(item);
        }
    }

    private int[] itemsOfArtists() {
        int[] items = new int[artists.size()];
        Arrays.fill(items, -1);
        ItemList ofKind = catalog.itemsOfKind(ItemKind.ARTIST);
        for (int i = 0; i < ofKind.size(); i++) {
            int item = ofKind.get(i);
            int first = artists.start(item);
            if (first < artists.end(item) && items[artists.member(first)] < 0) {
                items[artists.member(first)] = item;
            }
        }
        return items;
    }

    private boolean isCoListened(int item) {
        if (catalog.neighbours(item).size() > 0) {
            return true;
        }
        for (int i = artists.start(item); i < artists.end(item); i++) {
            int artistItem = itemOfArtist[artists.member(i)];
            if (artistItem >= 0 && catalog.neighbours(artistItem).size() > 0) {
                return true;
            }
        }
        return false;
    }

    Catalog catalog() {
        return catalog;
    }

    NumberedNames artists() {
        return artists;
    }

    NumberedNames genres() {
        return genres;
    }

    /** Returns the most popular item of kind artist that stands for an artist number, -1 where there is none. */
    int itemOfArtist(int artist) {
        return itemOfArtist[artist];
    }

    /** Returns whether co-listening is known of an item or of one of its artists. */
    boolean coListened(int item) {
        return coListened[item];
    }

    void putItemValues(int item, FeatureRow row) {
        put(itemValues, item * itemWidth, itemWidth, row);
    }

    void putPopularityValues(int item, FeatureRow row) {
        put(popularityValues, item * popularityWidth, popularityWidth, row);
    }

    private static void put(float[] values, int from, int count, FeatureRow row) {
        for (int i = from; i < from + count; i++) {
            row.put(values[i]);
        }
    }
}
