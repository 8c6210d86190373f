package io.shelfwright.sample.data;

/**
 * Seeded random draws (SplitMix64) whose sequence never changes between Java versions; not thread-safe.
 *
 * <p>Made from a seed and any number of keys, so that what is drawn for one user or artist does not depend on the others.
 */
public final class Draws {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public Draws(long seed, long... keys) {
        long mixed = mix(seed + GAMMA);
        for (long key : keys) {
            mixed = mix(mixed ^ mix(key + GAMMA));
        }
        state = mixed;
    }

    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Returns a number in [0, 1). */
    public double next() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Returns a whole number from 0 to bound - 1. */
    public int below(int bound) {
        return (int) (next() * bound);
    }

    /** Returns a number in [low, high). */
    public double between(double low, double high) {
        return low + next() * (high - low);
    }

    /** Returns a draw from the standard normal distribution (Box-Muller). */
    public double gauss() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - next()));
        return radius * StrictMath.cos(2 * Math.PI * next());
    }

    /** Returns an index drawn in proportion to weights of at least 0 with a positive sum. */
    public int pick(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = next() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
