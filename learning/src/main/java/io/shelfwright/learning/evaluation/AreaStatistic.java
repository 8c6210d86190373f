package io.shelfwright.learning.evaluation;

/**
 * Area under a curve over all thresholds, exact and weighted; rows of equal scores are one threshold.
 *
 * <p>Under the ROC curve that makes a tie count half (Hanley, McNeil 1982). Under precision and recall it is average
 * precision, the sum of precision times the recall gained, without interpolation.
 */
final class AreaStatistic implements Statistic {
    private final int[] units;
    private final double[] positives;
    private final double[] negatives;
    private final boolean[] endsTie;
    private final boolean precisionRecall;

    private AreaStatistic(Sample sample, double[] labels, double[] scores, boolean precisionRecall) {
        this.precisionRecall = precisionRecall;
        int n = sample.size();
        int[] order = Descending.order(scores, 0, n);
        units = new int[n];
        positives = new double[n];
        negatives = new double[n];
        endsTie = new boolean[n];
        for (int i = 0; i < n; i++) {
            int row = order[i];
            units[i] = sample.unit(row);
            boolean positive = Sample.positive(labels[row]);
            positives[i] = positive ? sample.weight(row) : 0;
            negatives[i] = positive ? 0 : sample.weight(row);
            endsTie[i] = i + 1 == n || scores[order[i + 1]] != scores[row];
        }
    }

    static Statistic roc(Sample sample, double[] labels, double[] scores) {
        return new AreaStatistic(sample, labels, scores, false);
    }

    static Statistic precisionRecall(Sample sample, double[] labels, double[] scores) {
        return new AreaStatistic(sample, labels, scores, true);
    }

    @Override
    public double value(int[] counts) {
        double above = 0;
        double below = 0;
        double area = 0;
        double tiedAbove = 0;
        double tiedBelow = 0;
        for (int i = 0; i < units.length; i++) {
            int count = counts[units[i]];
            tiedAbove += count * positives[i];
            tiedBelow += count * negatives[i];
            if (endsTie[i]) {
                if (precisionRecall) {
                    double shown = above + tiedAbove + below + tiedBelow;
                    area += shown > 0 ? tiedAbove * (above + tiedAbove) / shown : 0;
                } else {
                    area += tiedBelow * (above + tiedAbove / 2);
                }
                above += tiedAbove;
                below += tiedBelow;
                tiedAbove = 0;
                tiedBelow = 0;
            }
        }
        // With one class only there is nothing to tell apart: 0/0 for the one, no positive for the other.
        return precisionRecall ? area / above : area / (above * below);
    }
}
