package io.shelfwright.vectors;

import java.util.BitSet;

/** Which items something was learned of. */
record BitMask(BitSet known) {
    static BitMask ofPositive(int[] counts) {
        BitSet known = new BitSet(counts.length);
        for (int item = 0; item < counts.length; item++) {
            known.set(item, counts[item] > 0);
        }
        return new BitMask(known);
    }

    /** Gives negative infinity to the others. */
    void mask(double[] scores) {
        for (int item = known.nextClearBit(0); item < scores.length; item = known.nextClearBit(item + 1)) {
            scores[item] = Double.NEGATIVE_INFINITY;
        }
    }
}
