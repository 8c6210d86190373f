package io.shelfwright.neural;

import io.shelfwright.spi.TrainingSet;
import java.util.Arrays;

/**
 * The rows to learn from and those held out; rows of one group stay together, since they share a page and a user.
 *
 * @param learning row numbers, ascending
 * @param heldOut row numbers, ascending; empty where there are too few groups to hold any out
 */
@SuppressWarnings("ArrayRecordComponent") // made once for a training, compared by nobody
record GroupSplit(int[] learning, int[] heldOut) {
    private static final int FEWEST_GROUPS = 20;

    /** Returns the split that was chosen for the data, or else holds out every group whose number, mixed with the seed, falls into a share of all numbers. */
    static GroupSplit of(TrainingSet data, double share, long seed) {
        if (data.hasHeldOut()) {
            return new GroupSplit(data.rows(false), data.rows(true));
        }
        int[] learning = new int[data.rows()];
        int[] heldOut = new int[data.rows()];
        int learningCount = 0;
        int heldOutCount = 0;
        int groups = 0;
        for (int row = 0; row < data.rows(); row++) {
            groups += row == 0 || data.group(row) != data.group(row - 1) ? 1 : 0;
            if (unit(seed, data.group(row)) < share) {
                heldOut[heldOutCount++] = row;
            } else {
                learning[learningCount++] = row;
            }
        }
        if (groups < FEWEST_GROUPS || learningCount == 0) {
            int[] all = new int[data.rows()];
            Arrays.setAll(all, row -> row);
            return new GroupSplit(all, new int[0]);
        }
        return new GroupSplit(Arrays.copyOf(learning, learningCount), Arrays.copyOf(heldOut, heldOutCount));
    }

    /** Returns a number in [0, 1), by the finaliser of SplitMix64 (Steele, Lea, Flood, 2014). */
    private static double unit(long seed, int group) {
        long mixed = seed + 0x9E3779B97F4A7C15L * (group + 1L);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53;
    }
}
