package io.shelfwright.engine.recall;

import java.util.Arrays;

/** Numbers pairs of shelf and item from 0, in the order they come; open addressing without boxes. */
final class CandidateKeys {
    private static final int FIRST_CAPACITY = 1 << 10;

    /** Keys plus 1, so that 0 is free. */
    private long[] keys = new long[FIRST_CAPACITY];

    private int[] numbers = new int[FIRST_CAPACITY];
    private int size;

    /** Returns the number of a pair; a new pair gets the next one. */
    int number(int shelf, int item) {
        long key = ((long) shelf << Integer.SIZE | item) + 1;
        int slot = slot(key);
        if (keys[slot] == 0) {
            if (size * 2 >= keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = Arrays.copyOf(oldNumbers, keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
