package io.shelfwright.engine.snapshots;

import io.shelfwright.api.Item;
import io.shelfwright.spi.Neighbours;
import java.util.List;
import java.util.Map;

/**
 * What a catalog is made of: items in ascending order of id, and columns of equal length.
 *
 * @param items ascending by id
 * @param artistNames name of each artist id
 * @param usage how items are used
 * @param neighbours co-listening neighbours of each item
 */
public record CatalogData(List<Item> items, Map<String, String> artistNames, Usage usage, List<Neighbours> neighbours) {

    /**
     * Counts of each item, in the order of the items.
     *
     * @param plays number of plays
     * @param listeners number of users who played it
     * @param recentPlays plays decayed with a half-life of 7 days
     * @param views examined impressions
     * @param engagements positive reactions to them
     * @param marketPlays plays in each market
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of a snapshot, compared by nobody
    public record Usage(
            float[] plays,
            int[] listeners,
            float[] recentPlays,
            float[] views,
            float[] engagements,
            Map<String, float[]> marketPlays) {

        static Usage empty(int size) {
            return new Usage(
                    new float[size],
                    new int[size],
                    new float[size],
                    new float[size],
                    new float[size],
                    new java.util.TreeMap<>());
        }
    }
}
