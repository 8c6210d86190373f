package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Listeners and the segments they belong to.
 *
 * @param vectors one a listener, without the constant that every listener has beside them
 * @param segments of each listener, numbered from 0 without gaps
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a table, compared by nobody
record Listeners(double[][] vectors, int[] segments) {
    private static final double CORRELATION = 0.5;

    /** Returns the listeners of a file, their segments numbered anew from 0 in ascending order. */
    static Listeners of(VectorFile file) {
        int[] given = file.segments();
        int[] distinct = Arrays.stream(given).distinct().sorted().toArray();
        int[] numbered = Arrays.stream(given)
                .map(one -> Arrays.binarySearch(distinct, one))
                .toArray();
        return new Listeners(file.vectors(), numbered);
    }

    int size() {
        return segments.length;
    }

    int segmentCount() {
        return Arrays.stream(segments).max().orElse(-1) + 1;
    }

    /**
     * Returns a larger, synthetic population that is like these listeners.
     *
     * <p>The first segment lies around their mean c, each other around {@code r c + sqrt(1 - r^2) |c| u} with r = 0.5 and u a
     * random direction at right angles to c, as spread out as the cards are. Within a segment the covariance is half that of these
     * listeners and half its diagonal.
     *
     * @param cards vectors of the cards; only as many dimensions as the listeners have are looked at
     * @param seed of all draws
     */
    Listeners enlarged(double[][] cards, int segmentCount, int each, long seed) {
        double[] mean = mean(vectors);
        double[][] centres = new double[segmentCount][];
        for (int s = 0; s < segmentCount; s++) {
            centres[s] = s == 0 ? mean : centre(mean, cards, new Draws(seed, 71, s));
        }
        double[][] made = new double[segmentCount * each][];
        int[] segmentOf = new int[made.length];
        double[] deviations = deviations(mean);
        IntStream.range(0, made.length).parallel().forEach(u -> {
            segmentOf[u] = u / each;
            made[u] = around(centres[u / each], mean, deviations, new Draws(seed, 72, u));
        });
        return new Listeners(made, segmentOf);
    }

    private static double[] centre(double[] mean, double[][] cards, Draws draws) {
        // A sum of centred rows with normal weights has their covariance, without a matrix to decompose.
        double[] direction = new double[mean.length];
        double[] cardMean = mean(cards);
        for (double[] card : cards) {
            double weight = draws.gauss();
            for (int d = 0; d < direction.length; d++) {
                direction[d] += weight * (card[d] - cardMean[d]);
            }
        }
        double along = dot(direction, mean) / dot(mean, mean);
        for (int d = 0; d < direction.length; d++) {
            direction[d] -= along * mean[d];
        }
        double scale = Math.sqrt((1 - CORRELATION * CORRELATION) * dot(mean, mean) / dot(direction, direction));
        double[] centre = new double[mean.length];
        for (int d = 0; d < centre.length; d++) {
            centre[d] = CORRELATION * mean[d] + scale * direction[d];
        }
        return centre;
    }

    private double[] around(double[] centre, double[] mean, double[] deviations, Draws draws) {
        double[] vector = centre.clone();
        for (double[] listener : vectors) {
            double weight = Math.sqrt(0.5 / Math.max(1, vectors.length - 1)) * draws.gauss();
            for (int d = 0; d < vector.length; d++) {
                vector[d] += weight * (listener[d] - mean[d]);
            }
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] += Math.sqrt(0.5) * deviations[d] * draws.gauss();
        }
        return vector;
    }

    private double[] deviations(double[] mean) {
        double[] deviations = new double[mean.length];
        for (int d = 0; d < deviations.length; d++) {
            double squares = 0;
            for (double[] listener : vectors) {
                squares += (listener[d] - mean[d]) * (listener[d] - mean[d]);
            }
            deviations[d] = Math.sqrt(squares / Math.max(1, vectors.length - 1));
        }
        return deviations;
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += row[d] / rows.length;
            }
        }
        return mean;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
