package io.shelfwright.spi;

/** Where the vector of an item comes from. */
public enum VectorOrigin {
    /** The item has no vector. */
    NONE,
    /** Estimated from what the item is (genres, tags, text), because too few users played it. */
    CONTENT,
    /** Learned from what users did. */
    LEARNED
}
