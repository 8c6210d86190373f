package io.shelfwright.engine.vectors;

import io.shelfwright.spi.VectorOrigin;

/** Vectors to be written, by the index of the item in the catalog. */
public interface VectorRows {

    /** Returns where an item's vector comes from. */
    VectorOrigin origin(int item);

    /**
     * Copies the vector of an item whose origin is not {@code NONE}.
     *
     * @param target of the space's dimension
     */
    void copy(int item, float[] target);
}
