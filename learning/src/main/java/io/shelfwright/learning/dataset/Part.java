package io.shelfwright.learning.dataset;

/**
 * What a row is used for.
 *
 * <p>A listener is in one part only: rows of one person resemble each other, so a model that has seen some of them would look
 * better on the others than it will with people it has never met, and its calibration too sure.
 */
public enum Part {
    TRAIN,
    CALIBRATION,
    TEST;

    private static final double TRAIN_SHARE = 0.70;
    private static final double CALIBRATION_SHARE = 0.15;

    /** Returns the part of a user, drawn by a hash of seed and id (mixing function of SplitMix64, Steele et al. 2014). */
    public static Part of(String userId, long seed) {
        long hash = 0;
        for (int i = 0; i < userId.length(); i++) {
            hash = 31 * hash + userId.charAt(i);
        }
        double unit = (mix(mix(seed + 0x9E3779B97F4A7C15L) ^ hash) >>> 11) * 0x1p-53;
        if (unit < TRAIN_SHARE) {
            return TRAIN;
        }
        return unit < TRAIN_SHARE + CALIBRATION_SHARE ? CALIBRATION : TEST;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
