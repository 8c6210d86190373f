package io.shelfwright.learning.validation;

/**
 * A histogram of a numeric feature; counts may be fractions, missing values are not in it. Immutable.
 *
 * <p>A bucket whose bounds are equal holds one value exactly; bounds may be infinite, in the buckets of infinite values.
 */
public final class NumericHistogram {
    private final double[] low;
    private final double[] high;
    private final double[] count;
    private final double nan;

    /**
     * Makes a histogram.
     *
     * @param low lower bounds
     * @param high upper bounds, none below its lower one
     * @param count occurrences in the buckets, none negative
     * @param nan occurrences of NaN
     * @throws IllegalArgumentException if lengths differ or a bucket is not such
     */
    public NumericHistogram(double[] low, double[] high, double[] count, double nan) {
        if (low.length != high.length || low.length != count.length) {
            throw new IllegalArgumentException("a histogram needs as many lower bounds, upper bounds and counts, not "
                    + low.length + ", " + high.length + " and " + count.length);
        }
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= high[i]) || !isCount(count[i])) {
                throw new IllegalArgumentException("bucket " + i + " is " + low[i] + ".." + high[i] + " with "
                        + count[i] + "; bounds must ascend and the count be a finite number from 0");
            }
        }
        if (!isCount(nan)) {
            throw new IllegalArgumentException("the count of NaN is " + nan + "; allowed is a finite number from 0");
        }
        this.low = low.clone();
        this.high = high.clone();
        this.count = count.clone();
        this.nan = nan;
    }

    private static boolean isCount(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    /** Returns the number of buckets. */
    public int size() {
        return low.length;
    }

    /** Returns the occurrences of NaN. */
    public double nan() {
        return nan;
    }

    double low(int bucket) {
        return low[bucket];
    }

    double high(int bucket) {
        return high[bucket];
    }

    double count(int bucket) {
        return count[bucket];
    }

    boolean infinite(int bucket) {
        return Double.isInfinite(low[bucket]) || Double.isInfinite(high[bucket]);
    }

    /** Returns whether the bucket is one finite value. */
    boolean point(int bucket) {
        return low[bucket] == high[bucket] && !infinite(bucket);
    }

    boolean interval(int bucket) {
        return low[bucket] < high[bucket] && !infinite(bucket);
    }
}
