package io.shelfwright.spi;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The items of one snapshot, numbered from 0; immutable.
 *
 * <p>An index is meaningful only inside one snapshot; ids are what may be stored or sent.
 */
public interface Catalog {

    /** Returns the version of the snapshot. */
    String version();

    int size();

    /** Returns the item of an index from 0 to size - 1. */
    Item item(int index);

    /** Returns the index of an id, -1 where the catalog does not hold it. */
    int indexOf(String itemId);

    /** Returns the kinds that occur. */
    Set<ItemKind> kinds();

    /** Returns the items of a kind, most popular first; empty for an unknown kind. */
    ItemList itemsOfKind(ItemKind kind);

    /** Returns the items by an artist, most popular first; empty for an unknown artist. */
    ItemList itemsByArtist(String artistId);

    /** Returns the items of a genre, most popular first; empty for an unknown genre. */
    ItemList itemsOfGenre(String genre);

    /** Returns the name of an artist, or the id where the catalog does not name it. */
    String artistName(String artistId);

    /** Returns what is known of how items are used. */
    ItemStatistics statistics();

    /** Returns the items that the same listeners play, nearest first; empty where nothing is known. */
    Neighbours neighbours(int item);

    /**
     * Returns how alike two items are, 0..1, symmetric; 1 for an item and itself.
     *
     * <p>The cosine of their vectors (0 where it is negative) where both have one in the collaborative space; else by
     * content (kind, artists, genres, language, publisher).
     */
    double similarity(int first, int second);

    /** Returns the vectors of the collaborative space, if the snapshot holds them. */
    default Optional<ItemVectors> vectors() {
        return vectors(ItemVectors.COLLABORATIVE);
    }

    /** Returns the vectors of a space such as {@link ItemVectors#SESSIONS}, if the snapshot holds them. */
    default Optional<ItemVectors> vectors(String space) {
        return Optional.empty();
    }

    /** Returns the names of the spaces of which the snapshot holds vectors, in ascending order. */
    default List<String> vectorSpaces() {
        return List.of();
    }
}
