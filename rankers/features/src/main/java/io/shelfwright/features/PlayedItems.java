package io.shelfwright.features;

import io.shelfwright.api.Item;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.List;

/** The items of the catalog that a user played most recently, with their shares of that listening. */
final class PlayedItems {
    /** Items that are considered. */
    static final int LIMIT = 100;

    private static final double HALF_LIFE_DAYS = 60;

    private final int[] items;
    private final float[] shares;
    private int size;
    private boolean languageKnown;
    private boolean publisherKnown;

    PlayedItems(UserState user, Catalog catalog, Instant at) {
        List<ItemHistory> histories = user.histories();
        int limit = Math.min(LIMIT, histories.size());
        items = new int[limit];
        shares = new float[limit];
        double total = 0;
        for (int i = 0; i < histories.size() && size < limit; i++) {
            ItemHistory history = histories.get(i);
            Instant last = history.lastPlayed();
            if (last == null) {
                break;
            }
            int item = catalog.indexOf(history.itemId());
            if (item >= 0) {
                double days = Days.since(last, at);
                double weight = history.decayedPlays() * Math.pow(2, -days / HALF_LIFE_DAYS);
                items[size] = item;
                shares[size++] = (float) weight;
                total += weight;
                describe(catalog.item(item));
            }
        }
        for (int i = 0; i < size; i++) {
            shares[i] = total > 0 ? (float) (shares[i] / total) : 0;
        }
    }

    private void describe(Item item) {
        languageKnown |= !item.language().isEmpty();
        publisherKnown |= !item.publisher().isEmpty();
    }

    int size() {
        return size;
    }

    int item(int index) {
        return items[index];
    }

    float share(int index) {
        return shares[index];
    }

    /** Returns whether any of them states its language: without that, a share of 0 would be made up. */
    boolean languageKnown() {
        return languageKnown;
    }

    boolean publisherKnown() {
        return publisherKnown;
    }
}
