package io.shelfwright.learning.training;

import io.shelfwright.learning.dataset.Dataset;

/** Chooses, among the listeners to learn from, those by whom a trainer stops and a search chooses. */
public final class HeldOutListeners {
    private HeldOutListeners() {}

    /**
     * Returns whether each row is held out; all rows of a listener are, or none.
     *
     * @param rows numbers of rows of the dataset
     * @param share of the listeners, drawn by a hash of seed and id (mixing function of SplitMix64, Steele et al. 2014)
     */
    public static boolean[] of(Dataset dataset, int[] rows, double share, long seed) {
        boolean[] heldOut = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            heldOut[i] = unit(dataset.row(rows[i]).userId(), seed) < share;
        }
        return heldOut;
    }

    private static double unit(String userId, long seed) {
        long hash = 0;
        for (int i = 0; i < userId.length(); i++) {
            hash = 31 * hash + userId.charAt(i);
        }
        // Another constant than the one that splits train, calibration and test: the two draws must not go together.
        return (mix(mix(seed + 0xD1B54A32D192ED03L) ^ mix(hash)) >>> 11) * 0x1p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
