package io.shelfwright.sample.simulate;

/**
 * A mean over listeners and its uncertainty; pages of one listener are alike, so listeners are what is counted.
 *
 * @param mean of the listeners' means
 * @param standardError of that mean; NaN for a single listener
 */
record Interval(double mean, double standardError) {
    private static final double NORMAL_95 = 1.959964;

    /** Returns the mean of values, one a listener, and its standard error. */
    static Interval of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Interval(mean, Math.sqrt(squares / (values.length - 1.0) / values.length));
    }

    /** Returns the mean difference of two policies on the same listeners. */
    static Interval ofDifferences(double[] values, double[] others) {
        double[] differences = new double[values.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - others[i];
        }
        return of(differences);
    }

    /** Returns the lower end of the 95 % interval. */
    double low() {
        return mean - NORMAL_95 * standardError;
    }

    /** Returns the upper end of the 95 % interval. */
    double high() {
        return mean + NORMAL_95 * standardError;
    }
}
