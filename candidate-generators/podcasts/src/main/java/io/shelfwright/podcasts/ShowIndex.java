package io.shelfwright.podcasts;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.MarketCharts;
import java.util.Arrays;
import java.util.List;

/** The podcast shows of a catalog as columns, the most popular show first. Immutable. */
final class ShowIndex {
    private final Catalog catalog;
    private final MarketCharts charts;
    private final int[] items;
    private final int[] showOfItem;
    private final long[] hashes;
    private final int[][] genres;
    private final int[] publishers;
    private final int[] languages;
    private final Names genreNames = new Names();
    private final Names publisherNames = new Names();
    private final Names languageNames = new Names();

    ShowIndex(Catalog catalog) {
        this.catalog = catalog;
        items = catalog.itemsOfKind(ItemKind.PODCAST_SHOW).toArray();
        charts = new MarketCharts(catalog, List.of(ItemKind.PODCAST_SHOW));
        showOfItem = new int[catalog.size()];
        Arrays.fill(showOfItem, -1);
        hashes = new long[items.length];
        genres = new int[items.length][];
        publishers = new int[items.length];
        languages = new int[items.length];
        for (int show = 0; show < items.length; show++) {
            Item item = catalog.item(items[show]);
            showOfItem[items[show]] = show;
            hashes[show] = Spread.hash(item.id());
            genres[show] = numbers(item.genres());
            publishers[show] = publisherNames.add(item.publisher());
            languages[show] = languageNames.add(item.language());
        }
    }

    private int[] numbers(List<String> names) {
        return names.stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .mapToInt(genreNames::add)
                .toArray();
    }

    int size() {
        return items.length;
    }

    /** Returns the catalog indices of the shows, the most popular in a market first. */
    int[] chart(String market) {
        return charts.items(ItemKind.PODCAST_SHOW, market);
    }

    /** Returns the show of a catalog index, -1 where the item is none. */
    int showOf(int item) {
        return item < 0 ? -1 : showOfItem[item];
    }

    int item(int show) {
        return items[show];
    }

    Item show(int show) {
        return catalog.item(items[show]);
    }

    long hash(int show) {
        return hashes[show];
    }

    int[] genres(int show) {
        return genres[show];
    }

    /** Returns the number of the publisher, {@link Names#NONE} where it is unknown. */
    int publisher(int show) {
        return publishers[show];
    }

    /** Returns the number of the language, {@link Names#NONE} where it is unknown. */
    int language(int show) {
        return languages[show];
    }

    Names genreNames() {
        return genreNames;
    }

    Names publisherNames() {
        return publisherNames;
    }

    Names languageNames() {
        return languageNames;
    }

    Catalog catalog() {
        return catalog;
    }
}
