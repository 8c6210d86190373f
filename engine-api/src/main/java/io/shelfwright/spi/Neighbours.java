package io.shelfwright.spi;

/**
 * Items near an item; parallel arrays, nearest first, shared: do not change them.
 *
 * @param items indices in the catalog
 * @param similarities cosine of co-listening, in (0, 1]
 */
@SuppressWarnings("ArrayRecordComponent") // shared columns of a snapshot, compared by nobody
public record Neighbours(int[] items, float[] similarities) {
    public static final Neighbours NONE = new Neighbours(new int[0], new float[0]);

    public int size() {
        return items.length;
    }
}
