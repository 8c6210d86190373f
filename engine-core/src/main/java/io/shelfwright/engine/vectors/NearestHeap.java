package io.shelfwright.engine.vectors;

import io.shelfwright.spi.NearestItems;

/** Keeps the best of many scored items: the worst of them on top of a heap. Ties go to the smaller index. */
final class NearestHeap {
    private final int[] items;
    private final float[] scores;
    private int size;

    NearestHeap(int capacity) {
        items = new int[capacity];
        scores = new float[capacity];
    }

    /** Returns whether an item with a score would be kept. */
    boolean takes(int item, float score) {
        return size < items.length || (size > 0 && isBetter(item, score, items[0], scores[0]));
    }

    void add(int item, float score) {
        if (size < items.length) {
            items[size] = item;
            scores[size] = score;
            up(size++);
        } else {
            items[0] = item;
            scores[0] = score;
            down(0);
        }
    }

    /** Empties the heap. */
    NearestItems drain() {
        int count = size;
        int[] found = new int[count];
        float[] values = new float[count];
        for (int place = count - 1; place >= 0; place--) {
            found[place] = items[0];
            values[place] = scores[0];
            size--;
            items[0] = items[size];
            scores[0] = scores[size];
            down(0);
        }
        return count == 0 ? NearestItems.NONE : new NearestItems(found, values);
    }

    private static boolean isBetter(int item, float score, int other, float otherScore) {
        return score > otherScore || (score == otherScore && item < other);
    }

    private void up(int start) {
        int i = start;
        while (i > 0) {
            int parent = (i - 1) >>> 1;
            if (!isBetter(items[parent], scores[parent], items[i], scores[i])) {
                return;
            }
            swap(i, parent);
            i = parent;
        }
    }

    private void down(int start) {
        int i = start;
        while (true) {
            int worst = i;
            for (int child = 2 * i + 1; child <= 2 * i + 2 && child < size; child++) {
                if (isBetter(items[worst], scores[worst], items[child], scores[child])) {
                    worst = child;
                }
            }
            if (worst == i) {
                return;
            }
            swap(i, worst);
            i = worst;
        }
    }

    private void swap(int i, int j) {
        int item = items[i];
        items[i] = items[j];
        items[j] = item;
        float score = scores[i];
        scores[i] = scores[j];
        scores[j] = score;
    }
}
