package io.shelfwright.vectors.sessions;

import io.shelfwright.spi.Setting;

/** Settings of {@link SessionVectors}. */
public record SessionVectorsSettings(
        @Setting(value = "Length of a vector.", defaultValue = "64", min = 1, max = 1024)
        int dimension,

        @Setting(value = "Most plays between two that count as near.", defaultValue = "5", min = 1, max = 100)
        int window,

        @Setting(value = "Items drawn as not near, for each that is.", defaultValue = "5", min = 1, max = 100)
        int negatives,

        @Setting(
                value = "Exponent of an item's plays in those draws: 0.75 for words, less for music.",
                defaultValue = "0.5",
                min = -1,
                max = 1)
        double exponent,

        @Setting(value = "Passes over all sessions.", defaultValue = "10", min = 1, max = 1000)
        int epochs,

        @Setting(value = "Step size at the start; it falls to nought.", defaultValue = "0.05", min = 1e-6, max = 1)
        double stepSize) {
    public static final SessionVectorsSettings DEFAULTS = new SessionVectorsSettings(64, 5, 5, 0.5, 10, 0.05);
}
