package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;

/**
 * How vectors are served.
 *
 * @param exactUpTo items with a vector up to which every search looks at all of them
 * @param mapAbove megabytes of vectors above which the file is mapped, not loaded
 */
public record VectorSettings(
        @Setting(
                value = "Items with a vector up to which a search looks at all of them and no index is built.",
                defaultValue = "200000",
                min = 0,
                max = 1000000000)
        int exactUpTo,

        @Setting(
                value = "Megabytes of vectors of a space above which their file is mapped instead of loaded.",
                defaultValue = "256",
                min = 0,
                max = 1000000)
        int mapAbove) {

    /** Returns the limit of {@link #mapAbove} in bytes. */
    public long mapAboveBytes() {
        return (long) mapAbove << 20;
    }
}
