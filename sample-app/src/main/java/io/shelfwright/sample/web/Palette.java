package io.shelfwright.sample.web;

import java.util.Locale;

/** Colours and small choices of one cover, all read off one hash. */
final class Palette {
    private long state;
    private final int hue;
    private final int second;

    Palette(long hash) {
        state = hash;
        hue = below(360);
        second = (hue + 28 + below(70)) % 360;
    }

    /** Returns the next choice, 0 to bound - 1 (SplitMix64). */
    int below(int bound) {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(z ^ (z >>> 31), bound);
    }

    String deep() {
        return colour(hue, 46, 24);
    }

    String middle() {
        return colour(second, 44, 40);
    }

    String bright() {
        return colour(second, 58, 66);
    }

    String pale() {
        return colour(hue, 60, 84);
    }

    /** Returns one of the four tiles of a mosaic. */
    String tile(int number) {
        return colour((hue + number * 33) % 360, 42, 28 + number * 9);
    }

    private static String colour(int hue, int saturation, int lightness) {
        return String.format(Locale.ROOT, "hsl(%d,%d%%,%d%%)", hue, saturation, lightness);
    }
}
