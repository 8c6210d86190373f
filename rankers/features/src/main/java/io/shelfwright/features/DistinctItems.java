package io.shelfwright.features;

import io.shelfwright.spi.CandidateBatch;
import java.util.Arrays;

/** Which candidates of a batch share an item. */
final class DistinctItems {
    private final int[] numberOf;
    private int count;

    DistinctItems(CandidateBatch candidates) {
        int size = candidates.size();
        numberOf = new int[size];
        int capacity = Integer.highestOneBit(Math.max(8, size)) * 4;
        int mask = capacity - 1;
        int[] firstCandidate = new int[capacity];
        Arrays.fill(firstCandidate, -1);
        for (int candidate = 0; candidate < size; candidate++) {
            int item = candidates.itemIndex(candidate);
            int slot = (item * 0x9E3779B9 >>> 7) & mask;
            while (firstCandidate[slot] >= 0 && candidates.itemIndex(firstCandidate[slot]) != item) {
                slot = (slot + 1) & mask;
            }
            if (firstCandidate[slot] < 0) {
                firstCandidate[slot] = candidate;
                numberOf[candidate] = count++;
            } else {
                numberOf[candidate] = numberOf[firstCandidate[slot]];
            }
        }
    }

    int count() {
        return count;
    }

    /** Returns the number of a candidate's item; new numbers appear in ascending order from 0. */
    int numberOf(int candidate) {
        return numberOf[candidate];
    }
}
