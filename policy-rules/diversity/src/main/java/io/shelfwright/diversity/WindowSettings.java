package io.shelfwright.diversity;

import io.shelfwright.spi.Setting;

/** Settings of the {@code window} rule. */
record WindowSettings(
        @Setting(
                value = "What cards are counted by: artist, genre (the first one), kind or publisher.",
                defaultValue = "artist")
        Attribute by,

        @Setting(value = "Most cards of one group in the window, in cards.", defaultValue = "1", min = 1, max = 100)
        int max,

        @Setting(value = "Length of the window in reading order, in cards.", defaultValue = "5", min = 2, max = 200)
        int size) {
    WindowSettings {
        if (max >= size) {
            throw new IllegalArgumentException("max is " + max + " and size is " + size
                    + ": a window forbids something only when max is smaller than size");
        }
    }
}
