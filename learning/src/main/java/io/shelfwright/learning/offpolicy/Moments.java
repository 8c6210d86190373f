package io.shelfwright.learning.offpolicy;

/** Sums with compensation (Neumaier 1974), so that a million rounds lose no digits that a reference would show. */
final class Moments {
    private Moments() {}

    static double sum(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        // With an infinity or a NaN inside, the compensation is NaN and the plain sum is the answer.
        return Double.isFinite(lost) ? sum + lost : sum;
    }

    static double mean(double[] values) {
        return sum(values) / values.length;
    }

    /** Returns the sum of squared distances from the mean. */
    static double squaredDeviations(double[] values) {
        double mean = mean(values);
        double[] squares = new double[values.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (values[i] - mean) * (values[i] - mean);
        }
        return sum(squares);
    }

    static double max(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
