package io.shelfwright.spi;

/**
 * What impressions are counted by.
 *
 * @param scope item, artist or shelf
 * @param id its id
 */
public record ImpressionKey(Scope scope, String id) {
    /** Level at which fatigue is felt. */
    public enum Scope {
        ITEM,
        ARTIST,
        SHELF
    }
}
