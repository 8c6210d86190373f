package io.shelfwright.learning.validation.check;

/**
 * How far two samples of one distribution lie apart by chance.
 *
 * <p>The test of the distribution is the likelihood ratio over common cells. Given what both sides have of a cell, one side's part is
 * binomial, so the expectation and variance of a rare cell's contribution are summed up exactly and the sum is compared with a gamma
 * distribution of the same moments; with frequent cells only that is the usual chi-squared. Sample sizes are effective ones: weights and
 * the likeness of one listener's rows are taken off first (Rao, Scott 1981).
 *
 * @param expected Jensen-Shannon divergence that chance is expected to make
 * @param floor divergence that chance stays below in 95 of 100 cases
 * @param pValue chance of cells as different as these
 */
record SamplingNoise(double expected, double floor, double pValue) {
    private static final int RARE = 30;

    /** Nothing can be told apart from chance. */
    static final SamplingNoise EVERYTHING = new SamplingNoise(1, 1, 1);

    /**
     * Returns the noise of a comparison.
     *
     * @param first shares of one side's cells
     * @param second shares of the other's
     * @param firstSize effective rows of one side
     * @param secondSize effective rows of the other
     */
    static SamplingNoise of(double[] first, double[] second, double firstSize, double secondSize) {
        if (!(firstSize >= 1 && secondSize >= 1)) {
            return EVERYTHING;
        }
        double part = firstSize / (firstSize + secondSize);
        double observed = 0;
        double mean = -1;
        double variance = -2;
        for (int i = 0; i < first.length; i++) {
            double mine = first[i] * firstSize;
            double yours = second[i] * secondSize;
            double both = mine + yours;
            observed += 2 * (towards(mine, both * part) + towards(yours, both * (1 - part)));
            int count = (int) Math.round(both);
            double[] moments = both >= RARE ? new double[] {1, 2} : moments(Math.max(1, count), part, both);
            mean += moments[0];
            variance += moments[1];
        }
        if (mean <= 0.05) {
            return new SamplingNoise(0, 0, 1); // one cell: there is nothing to tell apart
        }
        double spread = Math.max(variance, 0.5 * mean);
        double shape = mean * mean / spread;
        double scale = spread / mean;
        double unit = (1 / firstSize + 1 / secondSize) / (8 * Math.log(2));
        return new SamplingNoise(
                Math.min(1, mean * unit),
                Math.min(1, GammaTail.exceededWith(0.05, shape) * scale * unit),
                GammaTail.above(observed / scale, shape));
    }

    /** Returns mean and variance of a rare cell's contribution; one of less than a row counts by its fraction. */
    private static double[] moments(int count, double part, double both) {
        double mean = 0;
        double squares = 0;
        for (int mine = 0; mine <= count; mine++) {
            double chance = Math.exp(GammaTail.logGamma(count + 1.0)
                    - GammaTail.logGamma(mine + 1.0)
                    - GammaTail.logGamma(count - mine + 1.0)
                    + mine * Math.log(part)
                    + (count - mine) * Math.log1p(-part));
            double value = 2 * (towards(mine, count * part) + towards(count - mine, count * (1 - part)));
            mean += chance * value;
            squares += chance * value * value;
        }
        double fraction = Math.min(1, both);
        return new double[] {mean * fraction, Math.max(0, squares - mean * mean) * fraction};
    }

    private static double towards(double count, double expected) {
        return count > 0 ? count * Math.log(count / expected) : 0;
    }

    /**
     * Returns the noise of the greatest difference of shares: each difference against its normal spread, and the greatest of all by
     * Bonferroni's inequality.
     */
    static SamplingNoise ofGreatest(double[] first, double[] second, double firstSize, double secondSize) {
        if (!(firstSize >= 1 && secondSize >= 1)) {
            return EVERYTHING;
        }
        double unit = 1 / firstSize + 1 / secondSize;
        double widest = 0;
        double greatest = 0;
        for (int i = 0; i < first.length; i++) {
            double pooled = (first[i] * firstSize + second[i] * secondSize) / (firstSize + secondSize);
            double spread = Math.sqrt(pooled * (1 - pooled) * unit);
            widest = Math.max(widest, spread);
            double gap = Math.max(0, Math.abs(first[i] - second[i]) - unit / 2);
            if (gap > 0) {
                greatest = Math.max(greatest, spread > 0 ? gap / spread : 0);
            }
        }
        int cells = Math.max(1, first.length);
        double p = Math.min(1, cells * GammaTail.beyond(greatest));
        double level = Math.sqrt(2 * GammaTail.exceededWith(0.05 / cells, 0.5));
        return new SamplingNoise(
                Math.min(1, widest * Math.sqrt(2 / Math.PI) * Math.sqrt(1 + 2 * Math.log(cells))),
                Math.min(1, widest * level),
                p);
    }
}
