package io.shelfwright.learning.evaluation;

/** A sum over another sum, both kept by unit: every weighted mean is one. */
final class RatioStatistic implements Statistic {
    private final double[] above;
    private final double[] below;

    RatioStatistic(int units) {
        above = new double[units];
        below = new double[units];
    }

    /** Adds to both sums of a unit; only while the statistic is being made. */
    void add(int unit, double numerator, double denominator) {
        above[unit] += numerator;
        below[unit] += denominator;
    }

    @Override
    public double value(int[] counts) {
        double numerator = 0;
        double denominator = 0;
        for (int unit = 0; unit < above.length; unit++) {
            numerator += counts[unit] * above[unit];
            denominator += counts[unit] * below[unit];
        }
        return denominator > 0 ? numerator / denominator : Double.NaN;
    }
}
