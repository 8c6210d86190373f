package io.shelfwright.learning.validation.statistics;

/** Hashes that are the same on every machine (mixing function of SplitMix64, Steele et al. 2014). */
final class Hash {
    private Hash() {}

    static long of(double value) {
        return mix(Double.doubleToLongBits(value + 0.0));
    }

    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
