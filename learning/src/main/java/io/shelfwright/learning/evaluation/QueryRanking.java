package io.shelfwright.learning.evaluation;

/**
 * The rows of one request in descending order of score, and the measures of that order.
 *
 * <p>Rows of equal scores stand in every order alike: each measure is its expectation over all orders of the ties
 * (McSherry, Najork, "Computing information retrieval performance measures efficiently in the presence of tied scores", ECIR
 * 2008), so that the order of the log cannot help.
 */
final class QueryRanking {
    private final double[] labels;
    private final int[] order;
    private final int[] ends;
    private final int positives;

    /** Ranks the places from..to. */
    QueryRanking(double[] scores, double[] labels, int from, int to) {
        this.labels = labels;
        order = Descending.order(scores, from, to);
        ends = new int[order.length];
        int count = 0;
        for (int place = 0; place < order.length; ) {
            int end = Descending.endOfTie(order, scores, place);
            for (int i = place; i < end; i++) {
                ends[i] = end;
                count += positive(i) ? 1 : 0;
            }
            place = end;
        }
        positives = count;
    }

    private boolean positive(int place) {
        return Sample.positive(labels[order[place]]);
    }

    private int positives(int from, int to) {
        int count = 0;
        for (int place = from; place < to; place++) {
            count += positive(place) ? 1 : 0;
        }
        return count;
    }

    /** Returns the sum of gains over the places, discounted by the logarithm to base 2 of the place plus 1. */
    double gain(int cut, boolean exponential) {
        double gain = 0;
        for (int from = 0; from < Math.min(cut, order.length); from = ends[from]) {
            double discounts = 0;
            double sum = 0;
            for (int i = from; i < ends[from]; i++) {
                discounts += i < cut ? Math.log(2) / Math.log(i + 2.0) : 0;
                double label = labels[order[i]];
                sum += exponential ? Math.pow(2, label) - 1 : label;
            }
            gain += discounts * sum / (ends[from] - from);
        }
        return gain;
    }

    /** Returns the expected positives among the first places. */
    double hits(int cut) {
        double hits = 0;
        for (int from = 0; from < Math.min(cut, order.length); from = ends[from]) {
            int within = Math.min(cut, ends[from]) - from;
            hits += positives(from, ends[from]) * (double) within / (ends[from] - from);
        }
        return hits;
    }

    /** Returns positives among the first places over those places; there may be fewer rows than places. */
    double precision(int cut) {
        return hits(cut) / Math.min(cut, order.length);
    }

    /** Returns positives among the first places over all positives. */
    double recall(int cut) {
        return hits(cut) / positives;
    }

    /** Returns the mean over the positives of the precision down to each. */
    double averagePrecision() {
        double sum = 0;
        int before = 0;
        for (int from = 0; from < order.length; from = ends[from]) {
            int size = ends[from] - from;
            int own = positives(from, ends[from]);
            for (int j = 1; j <= size && own > 0; j++) {
                double above = size > 1 ? (j - 1.0) * (own - 1) / (size - 1) : 0;
                sum += (double) own / size * (before + above + 1) / (from + j);
            }
            before += own;
        }
        return sum / positives;
    }

    /** Returns 1 over the place of the first positive. */
    double reciprocalRank() {
        int from = firstPositiveTie();
        int size = ends[from] - from;
        int own = positives(from, ends[from]);
        double sum = 0;
        double still = 1;
        for (int j = 1; j <= size - own + 1; j++) {
            // Of the rows left in the tie, size - j + 1, all positives are left.
            double here = (double) own / (size - j + 1);
            sum += still * here / (from + j);
            still *= 1 - here;
        }
        return sum;
    }

    /** Returns the place of the first positive, from 1. */
    double firstPosition() {
        int from = firstPositiveTie();
        int size = ends[from] - from;
        return from + (size + 1.0) / (positives(from, ends[from]) + 1);
    }

    private int firstPositiveTie() {
        int from = 0;
        while (positives(from, ends[from]) == 0) {
            from = ends[from];
        }
        return from;
    }
}
