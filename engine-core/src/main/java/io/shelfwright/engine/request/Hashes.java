package io.shelfwright.engine.request;

/** Numbers that stand for ids and seeds: the same on every machine and in every version of Java. */
public final class Hashes {
    private Hashes() {}

    /** Returns the 64-bit FNV-1a hash of an id. */
    public static long of(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Returns one number made of three, with all bits mixed (the finaliser of SplitMix64, Steele et al. 2014). */
    public static long mix(long first, long second, long third) {
        long z = first * 0x9E3779B97F4A7C15L
                + Long.rotateLeft(second, 21) * 0xC2B2AE3D27D4EB4FL
                + Long.rotateLeft(third, 42);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
