package io.shelfwright.learning.watch;

import io.shelfwright.learning.validation.DistributionDistance;
import io.shelfwright.learning.validation.NumericHistogram;
import java.util.Arrays;

/**
 * The distribution of one column of the training data, in buckets of about as many rows each, and one bucket below and one above all
 * that was seen; immutable.
 *
 * @param name of the feature
 * @param edges rising bounds of the buckets, 4 or more; a bucket holds values from its lower bound on, below its upper one
 * @param counts rows in the buckets, one less than the edges
 * @param missing rows without a value
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
public record ReferenceColumn(String name, double[] edges, double[] counts, double missing) {
    private static final int MOST = 20;

    public ReferenceColumn {
        if (edges.length < 4 || counts.length != edges.length - 1) {
            throw new IllegalArgumentException("column '" + name + "' has " + edges.length + " edges and "
                    + counts.length + " counts; needed are 4 edges or more and one count less");
        }
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i - 1] < edges[i])) {
                throw new IllegalArgumentException(
                        "the edges of column '" + name + "' do not rise: " + edges[i - 1] + ", " + edges[i]);
            }
        }
    }

    /** Summarises values; NaN is missing, infinite values count as the outermost. */
    public static ReferenceColumn of(String name, double[] values) {
        double[] present = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] edges = edges(present);
        double[] counts = new double[edges.length - 1];
        ReferenceColumn column = new ReferenceColumn(name, edges, counts, values.length - present.length);
        for (double value : present) {
            counts[column.bucket(value)]++;
        }
        return column;
    }

    private static double[] edges(double[] sorted) {
        double[] finite = Arrays.stream(sorted).filter(Double::isFinite).toArray();
        double least = finite.length == 0 ? 0 : finite[0];
        double most = finite.length == 0 ? 0 : finite[finite.length - 1];
        double width = Math.max(1e-6 * Math.max(1, Math.max(Math.abs(least), Math.abs(most))), most - least);
        double[] edges = new double[MOST + 3];
        int size = 0;
        edges[size++] = least - width;
        for (int i = 0; i < MOST && finite.length > 0; i++) {
            double quantile = finite[(int) ((long) i * finite.length / MOST)];
            if (quantile > edges[size - 1]) {
                edges[size++] = quantile;
            }
        }
        if (size == 1) {
            edges[size++] = least;
        }
        double above = Math.nextUp((float) most) > most ? Math.nextUp((float) most) : most + width * 1e-6;
        edges[size++] = Math.max(above, Math.nextUp(edges[size - 2]));
        edges[size++] = Math.max(most + width, Math.nextUp(edges[size - 2]));
        return Arrays.copyOf(edges, size);
    }

    /** Returns the bucket of a value that is not NaN. */
    int bucket(double value) {
        int place = Arrays.binarySearch(edges, value);
        int bucket = place >= 0 ? place : -place - 2;
        return Math.max(0, Math.min(counts.length - 1, bucket));
    }

    /** Returns the number of rows with a value. */
    double present() {
        return Arrays.stream(counts).sum();
    }

    /** Returns the share of rows without a value, 0 where there are no rows. */
    double missingShare() {
        double rows = present() + missing;
        return rows == 0 ? 0 : missing / rows;
    }

    /** Returns the Jensen-Shannon divergence (base 2) of live counts in the same buckets; 0 where a side is empty. */
    double distance(double[] live) {
        if (present() == 0 || Arrays.stream(live).sum() == 0) {
            return 0;
        }
        return DistributionDistance.jensenShannon(histogram(live), histogram(counts));
    }

    private NumericHistogram histogram(double[] in) {
        return new NumericHistogram(Arrays.copyOf(edges, in.length), Arrays.copyOfRange(edges, 1, edges.length), in, 0);
    }

    /**
     * Returns about how large a divergence two samples of the same distribution have: (k - 1) (1/n + 1/m) / (8 ln 2), the mean of the
     * chi-square that it tends to.
     */
    double noise(double rows) {
        return (counts.length - 1) * (1 / Math.max(1, rows) + 1 / Math.max(1, present())) / (8 * Math.log(2));
    }
}
