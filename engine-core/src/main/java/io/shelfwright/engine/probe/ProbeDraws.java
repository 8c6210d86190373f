package io.shelfwright.engine.probe;

/** Numbers that are the same in every Java: a linear congruential generator with Knuth's constants (MMIX). */
final class ProbeDraws {
    private long state;

    ProbeDraws(long seed) {
        state = seed;
    }

    /** Returns a number from 0 to below 1. */
    double next() {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (state >>> 11) * 0x1.0p-53;
    }

    /** Returns a whole number from 0 to below a bound. */
    int below(int bound) {
        return (int) (next() * bound);
    }
}
