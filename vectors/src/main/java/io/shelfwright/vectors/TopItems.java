package io.shelfwright.vectors;

/** Finds the items of the highest scores. */
public final class TopItems {
    private TopItems() {}

    /**
     * Returns the items of the highest scores, highest first, ties by the lower index; items scored negative infinity or
     * NaN are left out.
     *
     * @param count most items to return
     */
    public static int[] of(double[] scores, int count) {
        int[] heap = new int[Math.min(count, scores.length)];
        int size = 0;
        for (int item = 0; item < scores.length; item++) {
            if (!(scores[item] > Double.NEGATIVE_INFINITY)) {
                continue;
            }
            if (size < heap.length) {
                heap[size] = item;
                up(heap, size++, scores);
            } else if (size > 0 && scores[item] > scores[heap[0]]) {
                heap[0] = item;
                down(heap, size, scores);
            }
        }
        int[] top = new int[size];
        while (size > 0) {
            top[size - 1] = heap[0];
            heap[0] = heap[--size];
            down(heap, size, scores);
        }
        return top;
    }

    private static boolean worse(int first, int second, double[] scores) {
        return scores[first] < scores[second] || (scores[first] == scores[second] && first > second);
    }

    private static void up(int[] heap, int from, double[] scores) {
        int at = from;
        while (at > 0 && worse(heap[at], heap[(at - 1) / 2], scores)) {
            swap(heap, at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private static void down(int[] heap, int size, double[] scores) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && worse(heap[child + 1], heap[child], scores)) {
                child++;
            }
            if (!worse(heap[child], heap[at], scores)) {
                return;
            }
            swap(heap, at, child);
            at = child;
        }
    }

    private static void swap(int[] heap, int a, int b) {
        int kept = heap[a];
        heap[a] = heap[b];
        heap[b] = kept;
    }
}
