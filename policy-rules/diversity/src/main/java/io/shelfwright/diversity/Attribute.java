package io.shelfwright.diversity;

import io.shelfwright.api.Item;
import java.util.List;

/** What a window counts cards by. */
enum Attribute {
    ARTIST,
    GENRE,
    KIND,
    PUBLISHER;

    /** An item of more artists than this is a collection, not a card of any one of them. */
    private static final int MOST_ARTISTS = 5;

    /** Returns the groups that an item belongs to; none where the attribute is unknown. */
    List<String> groups(Item item) {
        return switch (this) {
            case ARTIST -> item.artistIds().size() > MOST_ARTISTS ? List.of() : item.artistIds();
            case GENRE -> item.genres().isEmpty() ? List.of() : item.genres().subList(0, 1);
            case KIND -> List.of(item.kind().name());
            case PUBLISHER -> item.publisher().isEmpty() ? List.of() : List.of(item.publisher());
        };
    }
}
