package io.shelfwright.spi;

/**
 * A user's taste as a vector of one space; immutable.
 *
 * <p>Meaningful only together with the item vectors of the same space and version: {@link #fits} says whether they go
 * together. The dot product with an item's vector is higher the better the item fits; where the space was trained with a
 * fold-in, 1 is what a played item gets.
 *
 * @param space name of the space
 * @param version version of the item vectors that it was computed from
 * @param values one value for each dimension, finite; copied in and out, so that nobody changes them for others
 * @param items number of different items with a vector that it rests on, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // a vector, compared by nobody
public record TasteVector(String space, String version, float[] values, int items) {
    public TasteVector {
        values = values.clone();
    }

    @Override
    public float[] values() {
        return values.clone();
    }

    /** Returns whether this was computed from these item vectors. */
    public boolean fits(ItemVectors vectors) {
        return space.equals(vectors.space()) && version.equals(vectors.version());
    }
}
