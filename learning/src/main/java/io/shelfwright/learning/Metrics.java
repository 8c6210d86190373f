package io.shelfwright.learning;

import java.util.Arrays;
import java.util.Comparator;

/** Weighted measures of scores against labels of 0..1; from 0.5 a label is a positive. */
final class Metrics {
    private static final double LEAST_PROBABILITY = 1e-12;

    private Metrics() {}

    /** Returns the area under the ROC curve, ties count half; NaN where there is one class only. */
    static double auc(double[] scores, double[] labels, double[] weights) {
        Integer[] order = descending(scores);
        double positives = 0;
        double area = 0;
        double negatives = 0;
        for (int from = 0; from < order.length; ) {
            int to = endOfTie(order, scores, from);
            double positive = 0;
            double negative = 0;
            for (int i = from; i < to; i++) {
                if (labels[order[i]] >= 0.5) {
                    positive += weights[order[i]];
                } else {
                    negative += weights[order[i]];
                }
            }
            area += negative * (positives + positive / 2);
            positives += positive;
            negatives += negative;
            from = to;
        }
        return area / (positives * negatives);
    }

    /** Returns the mean log loss; probabilities are held away from 0 and 1 by 1e-12. */
    static double logLoss(double[] probabilities, double[] labels, double[] weights) {
        double loss = 0;
        double weight = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double p = Math.max(LEAST_PROBABILITY, Math.min(1 - LEAST_PROBABILITY, probabilities[i]));
            loss -= weights[i] * (labels[i] * Math.log(p) + (1 - labels[i]) * Math.log(1 - p));
            weight += weights[i];
        }
        return loss / weight;
    }

    /** Returns the expected calibration error over bins of equally many rows (Naeini, Cooper, Hauskrecht 2015). */
    static double calibrationError(double[] probabilities, double[] labels, double[] weights, int bins) {
        Integer[] order = descending(probabilities);
        double error = 0;
        double total = 0;
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) order.length * bin / bins);
            int to = (int) ((long) order.length * (bin + 1) / bins);
            double gap = 0;
            for (int i = from; i < to; i++) {
                gap += weights[order[i]] * (probabilities[order[i]] - labels[order[i]]);
                total += weights[order[i]];
            }
            error += Math.abs(gap);
        }
        return error / total;
    }

    /**
     * Returns the NDCG of one page with linear gain, NaN where no label is above 0; rows with equal scores share their gain,
     * so that the order of the log cannot help.
     */
    static double ndcg(double[] scores, double[] labels, int cut) {
        double best = gain(labels, labels, cut);
        return best > 0 ? gain(scores, labels, cut) / best : Double.NaN;
    }

    private static double gain(double[] scores, double[] labels, int cut) {
        Integer[] order = descending(scores);
        double gain = 0;
        for (int from = 0; from < Math.min(cut, order.length); ) {
            int to = endOfTie(order, scores, from);
            double discounts = 0;
            double sum = 0;
            for (int i = from; i < to; i++) {
                discounts += i < cut ? Math.log(2) / Math.log(i + 2.0) : 0;
                sum += labels[order[i]];
            }
            gain += discounts * sum / (to - from);
            from = to;
        }
        return gain;
    }

    private static Integer[] descending(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -scores[i]));
        return order;
    }

    private static int endOfTie(Integer[] order, double[] scores, int from) {
        int to = from + 1;
        while (to < order.length && scores[order[to]] == scores[order[from]]) {
            to++;
        }
        return to;
    }
}
