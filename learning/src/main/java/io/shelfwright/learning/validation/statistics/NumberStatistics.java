package io.shelfwright.learning.validation.statistics;

import io.shelfwright.learning.validation.NumericHistogram;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of a column: moments, range, quantiles, histograms; moments, range and quantiles over finite values.
 *
 * <p>Weighted where rows have weights. Variances are those of the population, updated and merged as in Chan, Golub, LeVeque 1979.
 * A monoid under {@link FeatureStatistics#merge}; not thread-safe.
 */
public final class NumberStatistics {
    private static final int BUCKETS = 10;

    private NumberStore store;
    private double mass;
    private double nan;
    private double below;
    private double above;
    private double zeros;
    private double fractions;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    NumberStatistics(StatisticsOptions options) {
        store = new NumberStore(options.exactValues());
    }

    void add(double value, double weight) {
        if (Double.isNaN(value)) {
            nan += weight;
        } else if (Double.isInfinite(value)) {
            below += value < 0 ? weight : 0;
            above += value > 0 ? weight : 0;
        } else {
            zeros += value == 0 ? weight : 0;
            fractions += value == 0 || value == 1 ? 0 : weight;
            min = Math.min(min, value);
            max = Math.max(max, value);
            if (weight > 0) {
                mass += weight;
                double distance = value - mean;
                mean += distance * weight / mass;
                squares += weight * distance * (value - mean);
            }
            store.add(value, weight);
        }
    }

    void merge(NumberStatistics other) {
        double total = mass + other.mass;
        if (total > 0) {
            double distance = other.mean - mean;
            squares += other.squares + distance * distance * mass * other.mass / total;
            mean += distance * other.mass / total;
        }
        mass = total;
        nan += other.nan;
        below += other.below;
        above += other.above;
        zeros += other.zeros;
        fractions += other.fractions;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        store.merge(other.store);
    }

    /** Returns the weight of NaN. */
    public double nan() {
        return nan;
    }

    /** Returns the weight of infinite values. */
    public double infinite() {
        return below + above;
    }

    /** Returns the weight of zeros. */
    public double zeros() {
        return zeros;
    }

    /** Returns the weight of finite values other than 0 and 1. */
    public double otherThanFlags() {
        return fractions;
    }

    /** Returns the weight of finite values. */
    public double finite() {
        return mass;
    }

    /** Returns the mean, NaN without values. */
    public double mean() {
        return mass > 0 ? mean : Double.NaN;
    }

    /** Returns the standard deviation of the population, NaN without values. */
    public double deviation() {
        return mass > 0 ? Math.sqrt(Math.max(0, squares / mass)) : Double.NaN;
    }

    /** Returns the least value, infinite ones included; NaN without values. */
    public double min() {
        return below > 0 ? Double.NEGATIVE_INFINITY : finiteMin();
    }

    /** Returns the greatest value, infinite ones included; NaN without values. */
    public double max() {
        return above > 0 ? Double.POSITIVE_INFINITY : finiteMax();
    }

    double finiteMin() {
        return min <= max ? min : above > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    double finiteMax() {
        return min <= max ? max : below > 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    public double median() {
        return quantile(0.5);
    }

    /** Returns the least value up to which the share of the weight is at least this, NaN without values. */
    public double quantile(double share) {
        return store.quantile(share);
    }

    /** Returns the number of different finite values, an estimate where sketched. */
    public long unique() {
        return store.distinct();
    }

    /** Returns whether all values are kept; otherwise quantiles and histograms have a rank error of 0.3 %. */
    public boolean exact() {
        return store.exact();
    }

    /** Returns ten buckets of equal width between the least and the greatest finite value, and those of infinite values. */
    public NumericHistogram standardHistogram() {
        double[] bounds = new double[BUCKETS + 1];
        for (int i = 0; i <= BUCKETS; i++) {
            bounds[i] = i == BUCKETS ? max : min + (max - min) / BUCKETS * i;
        }
        return histogram(bounds, false);
    }

    /** Returns ten buckets of equal weight. */
    public NumericHistogram quantileHistogram() {
        double[] bounds = new double[BUCKETS + 1];
        for (int i = 0; i <= BUCKETS; i++) {
            bounds[i] = i == 0 ? min : i == BUCKETS ? max : quantile((double) i / BUCKETS);
        }
        return histogram(bounds, true);
    }

    /** Buckets hold their lower bounds, the last one both, so that cutting a histogram finer moves nothing. */
    private NumericHistogram histogram(double[] bounds, boolean equalWeight) {
        List<double[]> buckets = new ArrayList<>();
        if (below > 0) {
            buckets.add(new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, below});
        }
        if (min < max) {
            double[] inner = new double[bounds.length - 2];
            for (int i = 0; i < inner.length; i++) {
                inner[i] = equalWeight ? bounds[i + 1] : Math.nextDown(bounds[i + 1]);
            }
            double[] sums = store.upTo(inner);
            double total = store.mass();
            for (int i = 0; i < bounds.length - 1; i++) {
                double upTo = i < inner.length ? sums[i] : total;
                double before = i == 0 ? 0 : sums[i - 1];
                buckets.add(new double[] {bounds[i], bounds[i + 1], Math.max(0, upTo - before)});
            }
        } else if (min == max) {
            buckets.add(new double[] {min, max, mass});
        }
        if (above > 0) {
            buckets.add(new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, above});
        }
        double[][] columns = new double[3][buckets.size()];
        for (int i = 0; i < buckets.size(); i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = buckets.get(i)[c];
            }
        }
        return new NumericHistogram(columns[0], columns[1], columns[2], nan);
    }

    /** Returns the different values in ascending order, where sketched those that were kept. */
    double[] support() {
        return store.support();
    }

    /** Returns the weight up to each ascending bound. */
    double[] upTo(double[] bounds) {
        return store.upTo(bounds);
    }

    double belowAll() {
        return below;
    }

    double aboveAll() {
        return above;
    }

    void write(DataOutput out) throws IOException {
        for (double value : new double[] {mass, nan, below, above, zeros, fractions, mean, squares, min, max}) {
            out.writeDouble(value);
        }
        store.write(out);
    }

    static NumberStatistics read(StatisticsOptions options, DataInput in) throws IOException {
        NumberStatistics read = new NumberStatistics(options);
        read.mass = in.readDouble();
        read.nan = in.readDouble();
        read.below = in.readDouble();
        read.above = in.readDouble();
        read.zeros = in.readDouble();
        read.fractions = in.readDouble();
        read.mean = in.readDouble();
        read.squares = in.readDouble();
        read.min = in.readDouble();
        read.max = in.readDouble();
        read.store = NumberStore.read(options.exactValues(), in);
        return read;
    }
}
