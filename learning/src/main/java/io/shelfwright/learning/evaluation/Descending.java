package io.shelfwright.learning.evaluation;

/** Rows from the highest score to the lowest, without an object a row. */
final class Descending {
    private Descending() {}

    /** Returns the places from..to in descending order of their scores; ties stay in the order of the places. */
    static int[] order(double[] scores, int from, int to) {
        int n = to - from;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = from + i;
        }
        sort(order, new int[n], scores, 0, n);
        return order;
    }

    /** Returns the place behind the last row whose score equals the one at a place of the order. */
    static int endOfTie(int[] order, double[] scores, int place) {
        int end = place + 1;
        while (end < order.length && scores[order[end]] == scores[order[place]]) {
            end++;
        }
        return end;
    }

    private static void sort(int[] order, int[] spare, double[] scores, int from, int to) {
        if (to - from < 12) {
            insert(order, scores, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, spare, scores, from, middle);
        sort(order, spare, scores, middle, to);
        if (scores[order[middle - 1]] >= scores[order[middle]]) {
            return;
        }
        System.arraycopy(order, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || (left < middle && scores[spare[left]] >= scores[spare[right]]);
            order[i] = takeLeft ? spare[left++] : spare[right++];
        }
    }

    private static void insert(int[] order, double[] scores, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int moved = order[i];
            int place = i;
            while (place > from && scores[order[place - 1]] < scores[moved]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = moved;
        }
    }

    /** Returns the bin of each row: rows by rising score in bins of equally many, rows of equal scores in one bin. */
    static int[] equalMassBins(double[] scores, int bins) {
        int[] order = order(scores, 0, scores.length);
        int[] bin = new int[scores.length];
        for (int from = 0; from < order.length; ) {
            int to = endOfTie(order, scores, from);
            int own = (int) ((long) bins * (from + to) / (2L * order.length));
            for (int i = from; i < to; i++) {
                bin[order[i]] = Math.min(own, bins - 1);
            }
            from = to;
        }
        return bin;
    }
}
