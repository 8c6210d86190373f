package io.shelfwright.spi;

/**
 * Items found near something; parallel arrays, best first, ties by index.
 *
 * @param items indices in the catalog
 * @param scores dot product or cosine, as the method that returned them says; finite
 */
@SuppressWarnings("ArrayRecordComponent") // columns, compared by nobody
public record NearestItems(int[] items, float[] scores) {
    public static final NearestItems NONE = new NearestItems(new int[0], new float[0]);

    public int size() {
        return items.length;
    }
}
