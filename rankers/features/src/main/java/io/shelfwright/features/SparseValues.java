package io.shelfwright.features;

import java.util.Arrays;

/** A small map from numbers (0 and up) to floats by open addressing; absent is 0. Not thread-safe while it is filled. */
final class SparseValues {
    static final SparseValues EMPTY = new SparseValues(0);

    private static final int FREE = -1;

    private int[] keys;
    private float[] values;
    private int size;

    SparseValues(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected * 2)) * 2;
        keys = new int[capacity];
        values = new float[capacity];
        Arrays.fill(keys, FREE);
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean contains(int key) {
        return keys[slot(keys, key)] != FREE;
    }

    float get(int key) {
        int slot = slot(keys, key);
        return keys[slot] == FREE ? 0 : values[slot];
    }

    void add(int key, float amount) {
        int slot = claim(key);
        values[slot] += amount;
    }

    void raise(int key, float value) {
        int slot = claim(key);
        values[slot] = Math.max(values[slot], value);
    }

    private int claim(int key) {
        int slot = slot(keys, key);
        if (keys[slot] == FREE) {
            if (size * 2 >= keys.length) {
                grow();
                slot = slot(keys, key);
            }
            keys[slot] = key;
            size++;
        }
        return slot;
    }

    private void grow() {
        int[] biggerKeys = new int[keys.length * 2];
        float[] biggerValues = new float[biggerKeys.length];
        Arrays.fill(biggerKeys, FREE);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                int slot = slot(biggerKeys, keys[i]);
                biggerKeys[slot] = keys[i];
                biggerValues[slot] = values[i];
            }
        }
        keys = biggerKeys;
        values = biggerValues;
    }

    private static int slot(int[] keys, int key) {
        int mask = keys.length - 1;
        int slot = (key * 0x9E3779B9 >>> 7) & mask;
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
