package io.shelfwright.learning.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Measures of probabilities, row by row. */
final class ProbabilityStatistics {
    /** Probabilities are held this far away from 0 and 1, so that one sure mistake does not cost an infinity. */
    static final double LEAST = 1e-12;

    private ProbabilityStatistics() {}

    static Statistic logLoss(Sample sample, double[] labels, double[] scores) {
        RatioStatistic mean = new RatioStatistic(sample.units());
        for (int row = 0; row < sample.size(); row++) {
            double p = Math.max(LEAST, Math.min(1 - LEAST, scores[row]));
            double loss = -(labels[row] * Math.log(p) + (1 - labels[row]) * Math.log(1 - p));
            mean.add(sample.unit(row), sample.weight(row) * loss, sample.weight(row));
        }
        return mean;
    }

    /** Predicted over observed: the weighted sum of probabilities by that of labels. */
    static Statistic calibration(Sample sample, double[] labels, double[] scores) {
        RatioStatistic ratio = new RatioStatistic(sample.units());
        for (int row = 0; row < sample.size(); row++) {
            ratio.add(sample.unit(row), sample.weight(row) * scores[row], sample.weight(row) * labels[row]);
        }
        return ratio;
    }

    static Statistic mean(Sample sample, double[] values) {
        RatioStatistic mean = new RatioStatistic(sample.units());
        for (int row = 0; row < sample.size(); row++) {
            mean.add(sample.unit(row), sample.weight(row) * values[row], sample.weight(row));
        }
        return mean;
    }

    /**
     * Expected calibration error (Naeini, Cooper, Hauskrecht 2015) over bins of equally many rows, rows of equal
     * probability in one bin; the bins stay those of the whole sample while units are resampled.
     */
    static Statistic calibrationError(Sample sample, double[] labels, double[] scores, int bins) {
        int[] rows = new int[sample.size()];
        Arrays.setAll(rows, i -> i);
        return calibrationError(sample, rows, labels, scores, bins, false);
    }

    /**
     * The calibration error less what chance alone brings to a perfectly calibrated model: in a bin of variance v the gap is
     * then about normal, and its mean size the root of 2 v / pi. Few rows make the plain error look worse than it is.
     */
    static Statistic calibrationExcess(Sample sample, double[] labels, double[] scores, int bins) {
        int[] rows = new int[sample.size()];
        Arrays.setAll(rows, i -> i);
        return calibrationError(sample, rows, labels, scores, bins, true);
    }

    /**
     * The same over the rows of one shelf kind.
     *
     * @param lessChance whether what chance brings is taken off
     */
    static Statistic calibrationErrorOf(
            String kind, Sample sample, double[] labels, double[] scores, int bins, boolean lessChance) {
        int[] rows = IntStream.range(0, sample.size())
                .filter(i -> sample.table().kind(sample.row(i)).equals(kind))
                .toArray();
        return calibrationError(sample, rows, labels, scores, bins, lessChance);
    }

    private static Statistic calibrationError(
            Sample sample, int[] rows, double[] labels, double[] scores, int bins, boolean lessChance) {
        int[] bin = Descending.equalMassBins(Sample.chosen(scores, rows), bins);
        return counts -> {
            double[] gaps = new double[bins];
            double[] variances = new double[bins];
            double total = 0;
            for (int i = 0; i < rows.length; i++) {
                int row = rows[i];
                double weight = counts[sample.unit(row)] * sample.weight(row);
                gaps[bin[i]] += weight * (scores[row] - labels[row]);
                variances[bin[i]] += weight * weight * scores[row] * (1 - scores[row]);
                total += weight;
            }
            double error = 0;
            double chance = 0;
            for (int b = 0; b < bins; b++) {
                error += Math.abs(gaps[b]);
                chance += Math.sqrt(2 * variances[b] / Math.PI);
            }
            return lessChance ? Math.max(0, error - chance) / total : error / total;
        };
    }
}
