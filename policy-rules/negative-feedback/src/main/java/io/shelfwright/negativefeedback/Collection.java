package io.shelfwright.negativefeedback;

import io.shelfwright.api.Item;

/** Tells items of many artists, such as a playlist, in which each artist is only one of many. */
final class Collection {
    private static final int MOST_ARTISTS = 5;

    private Collection() {}

    static boolean is(Item item) {
        return item.artistIds().size() > MOST_ARTISTS;
    }
}
