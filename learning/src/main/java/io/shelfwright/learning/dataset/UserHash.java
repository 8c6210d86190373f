package io.shelfwright.learning.dataset;

/** Numbers drawn by what something is called, the same on every machine (mixing of SplitMix64, Steele et al. 2014). */
final class UserHash {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private UserHash() {}

    /** Returns a number of [0, 1) for a seed and a key. */
    static double unit(long seed, String... key) {
        return (hash(seed, key) >>> 11) * 0x1p-53;
    }

    /** Returns a number of {@code 0..count-1}. */
    static int bucket(String key, int count) {
        return (int) Math.floorMod(hash(0x5AA5L, key), (long) count);
    }

    private static long hash(long seed, String... key) {
        long hash = mix(seed + GAMMA);
        for (String word : key) {
            long text = 0;
            for (int i = 0; i < word.length(); i++) {
                text = 31 * text + word.charAt(i);
            }
            hash = mix(hash ^ text) + GAMMA;
        }
        return hash;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
