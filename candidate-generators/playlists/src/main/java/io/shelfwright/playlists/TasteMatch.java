package io.shelfwright.playlists;

import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemList;

/**
 * How the items of some kinds match a taste, summed through the catalog's lists by artist and by genre, so that items that
 * match nothing cost nothing.
 *
 * <p>Valid for one request; the arrays have one cell a position.
 */
final class TasteMatch {
    private final PlaylistsSettings settings;
    private final ItemPositions positions;
    private final float[] own;
    private final float[] near;
    private final float[] genre;
    private final NearTaste close;
    private final double weights;

    TasteMatch(PlaylistsSettings settings, Catalog catalog, ItemPositions positions, Taste taste, NearTaste close) {
        this.settings = settings;
        this.positions = positions;
        own = new float[positions.size()];
        near = new float[positions.size()];
        genre = new float[positions.size()];
        this.close = close;
        weights = settings.artists()
                + settings.neighbours()
                + settings.genres()
                + settings.popularity()
                + (close.isKnown() ? settings.vectors() : 0);
        for (Affinity artist : taste.artists()) {
            add(catalog.itemsByArtist(artist.name()), artist.share(), own);
        }
        for (Taste.Near artist : taste.near()) {
            add(catalog.itemsByArtist(artist.artist()), artist.share(), near);
        }
        for (Affinity liked : taste.genres()) {
            add(catalog.itemsOfGenre(liked.name()), liked.share(), genre);
        }
    }

    private void add(ItemList items, double share, float[] sums) {
        int read = Math.min(items.size(), settings.scanLimit());
        for (int i = 0; i < read; i++) {
            int position = positions.of(items.get(i));
            if (position >= 0) {
                sums[position] += (float) share;
            }
        }
    }

    boolean isEmpty(int position) {
        return own[position] == 0 && near[position] == 0 && genre[position] == 0 && close.closeness(position) == 0;
    }

    /** Returns the weighted part of the user's own artists. */
    double own(int position) {
        return settings.artists() / weights * saturated(own[position]);
    }

    /** Returns the weighted part of artists near those. */
    double near(int position) {
        return settings.neighbours() / weights * saturated(near[position]);
    }

    /** Returns the weighted part of the user's genres. */
    double genre(int position) {
        return settings.genres() / weights * Math.min(1, genre[position]);
    }

    /** Returns the weighted part of closeness to the user's vector. */
    double close(int position) {
        return settings.vectors() / weights * close.closeness(position);
    }

    /** Returns the match with taste and popularity, 0..1. */
    double score(int position, double popularity) {
        return own(position) + near(position) + genre(position) + close(position) + greatestUnmatched() * popularity;
    }

    /** Returns the greatest score of an item that matches nothing. */
    double greatestUnmatched() {
        return settings.popularity() / weights;
    }

    private double saturated(double share) {
        return share / (share + settings.saturation());
    }
}
