package io.shelfwright.gbdt;

/**
 * Floats as integers of the same order, so that {@code x < y} is decided by a subtraction without a branch.
 *
 * <p>Both zeros have one key, as they are equal to a float comparison. NaN has none: callers choose
 * {@link #BELOW_ALL} or {@link #ABOVE_ALL}.
 */
final class SortableFloat {
    static final int BELOW_ALL = Integer.MIN_VALUE;
    static final int ABOVE_ALL = Integer.MAX_VALUE;

    private SortableFloat() {}

    static int key(float x) {
        // Adding +0 turns -0 into +0 and leaves everything else.
        int bits = Float.floatToRawIntBits(x + 0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
