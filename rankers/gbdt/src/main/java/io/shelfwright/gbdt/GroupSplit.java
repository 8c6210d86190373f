package io.shelfwright.gbdt;

import io.shelfwright.spi.TrainingSet;
import java.util.Arrays;

/**
 * The rows to learn from and those held out; rows of one group stay together, since they share a page and a user.
 *
 * @param learning row numbers, ascending
 * @param heldOut row numbers, ascending; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // made once for a training, compared by nobody
record GroupSplit(int[] learning, int[] heldOut) {

    /** Returns a split without held-out rows to stop by; those that are held out teach nothing all the same. */
    static GroupSplit none(TrainingSet data) {
        return new GroupSplit(data.rows(false), new int[0]);
    }

    /** Returns the split that was chosen for the data, or else one in which a share of the groups, drawn by a hash of seed and group number, is held out. */
    static GroupSplit of(TrainingSet data, double share, long seed) {
        if (data.hasHeldOut()) {
            return new GroupSplit(data.rows(false), data.rows(true));
        }
        int[] learning = new int[data.rows()];
        int[] heldOut = new int[data.rows()];
        int learningCount = 0;
        int heldOutCount = 0;
        for (int row = 0; row < data.rows(); row++) {
            if (unit(seed, data.group(row)) < share) {
                heldOut[heldOutCount++] = row;
            } else {
                learning[learningCount++] = row;
            }
        }
        return new GroupSplit(Arrays.copyOf(learning, learningCount), Arrays.copyOf(heldOut, heldOutCount));
    }

    /** Returns a number in [0, 1) by the mixing function of SplitMix64 (Steele, Lea, Flood 2014). */
    private static double unit(long seed, int group) {
        long z = mix(seed) + 0x9E3779B97F4A7C15L * (group + 1L);
        return (mix(z) >>> 11) * 0x1p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
