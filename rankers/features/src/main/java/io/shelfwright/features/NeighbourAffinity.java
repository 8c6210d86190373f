package io.shelfwright.features;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Neighbours;

/** How near the items of a catalog are to what a user played, by co-listening; filled once a request. */
final class NeighbourAffinity {
    /** Neighbours of a played item that are followed. */
    static final int REACH = 50;

    private final CatalogFacts facts;
    private final SparseValues affinity;
    private final SparseValues nearest;
    private final SparseValues sessionNearest;

    NeighbourAffinity(CatalogFacts facts, PlayedItems played, SparseValues session) {
        this.facts = facts;
        affinity = new SparseValues(played.size() * 8);
        nearest = new SparseValues(played.size() * 8);
        sessionNearest = session.isEmpty() ? SparseValues.EMPTY : new SparseValues(64);
        Catalog catalog = facts.catalog();
        for (int i = 0; i < played.size(); i++) {
            int item = played.item(i);
            boolean lately = session.contains(item);
            Neighbours neighbours = catalog.neighbours(item);
            int reach = Math.min(REACH, neighbours.size());
            for (int n = 0; n < reach; n++) {
                int neighbour = neighbours.item(n);
                float similarity = neighbours.similarity(n);
                affinity.add(neighbour, similarity * played.share(i));
                nearest.raise(neighbour, similarity);
                if (lately) {
                    sessionNearest.raise(neighbour, similarity);
                }
            }
        }
    }

    /** Returns the sum over played items of similarity times share of listening, for the item or an artist of it. */
    float affinity(int item) {
        return best(affinity, item);
    }

    /** Returns the greatest similarity of the item, or an artist of it, to a played item. */
    float nearest(int item) {
        return best(nearest, item);
    }

    /** Returns the same for the items of the last session only. */
    float sessionNearest(int item) {
        return sessionNearest.isEmpty() ? 0 : best(sessionNearest, item);
    }

    private float best(SparseValues values, int item) {
        float best = values.get(item);
        NumberedNames artists = facts.artists();
        for (int i = artists.start(item); i < artists.end(item); i++) {
            int artistItem = facts.itemOfArtist(artists.member(i));
            if (artistItem >= 0) {
                best = Math.max(best, values.get(artistItem));
            }
        }
        return best;
    }
}
