package io.shelfwright.playlists;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Numbers the items of some kinds from 0, the most popular of each kind first, so that sums fit small arrays. */
final class ItemPositions {
    private final List<ItemKind> kinds;
    private final int[] items;
    private final int[] positions;

    /** Numbers the items of some kinds, or of all kinds where none is named. */
    ItemPositions(Catalog catalog, Collection<ItemKind> kinds) {
        positions = new int[catalog.size()];
        Arrays.fill(positions, -1);
        int[] found = new int[catalog.size()];
        int count = 0;
        this.kinds = List.copyOf(new TreeSet<>(kinds.isEmpty() ? catalog.kinds() : kinds));
        for (ItemKind kind : this.kinds) {
            ItemList ofKind = catalog.itemsOfKind(kind);
            for (int i = 0; i < ofKind.size(); i++) {
                int item = ofKind.get(i);
                positions[item] = count;
                found[count++] = item;
            }
        }
        items = Arrays.copyOf(found, count);
    }

    /** Returns the kinds that are numbered, by name. */
    List<ItemKind> kinds() {
        return kinds;
    }

    int size() {
        return items.length;
    }

    /** Returns the catalog index of the item at a position. */
    int item(int position) {
        return items[position];
    }

    /** Returns the position of an item, -1 where it is of another kind. */
    int of(int item) {
        return positions[item];
    }
}
