package io.shelfwright.spi;

/** Items near an item, nearest first; immutable, shared by all plugins. */
public final class Neighbours {
    public static final Neighbours NONE = new Neighbours(new int[0], new float[0]);

    private final int[] items;
    private final float[] similarities;

    /**
     * Makes neighbours; both arrays are copied.
     *
     * @param items indices in the catalog
     * @param similarities cosine of co-listening, in (0, 1]; as many as items
     */
    public Neighbours(int[] items, float[] similarities) {
        if (items.length != similarities.length) {
            throw new IllegalArgumentException(
                    items.length + " neighbours have " + similarities.length + " similarities; each needs exactly one");
        }
        this.items = items.clone();
        this.similarities = similarities.clone();
    }

    public int size() {
        return items.length;
    }

    /** Returns the catalog index of a neighbour, 0 being the nearest. */
    public int item(int place) {
        return items[place];
    }

    /** Returns the cosine of co-listening with a neighbour, in (0, 1]. */
    public float similarity(int place) {
        return similarities[place];
    }
}
