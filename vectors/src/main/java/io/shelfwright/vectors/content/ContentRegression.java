package io.shelfwright.vectors.content;

import io.shelfwright.vectors.algebra.Chunks;
import java.util.Arrays;

/**
 * Ridge regression from an item's content to its vector, one regression a dimension: {@code (X'WX + lambda 1) b = X'W y}, solved by
 * conjugate gradients (Hestenes, Stiefel 1952). Immutable and thread-safe.
 *
 * <p>Takes {@code 4 d} bytes times {@link ContentFeatures#WIDTH}. The same to the byte for any number of threads.
 */
public final class ContentRegression {
    private static final int STEPS = 40;
    private static final double ENOUGH = 1e-8;

    private final int dimension;
    private final float[] coefficients;

    private ContentRegression(int dimension, float[] coefficients) {
        this.dimension = dimension;
        this.coefficients = coefficients;
    }

    /**
     * Learns.
     *
     * @param features of all items
     * @param vectors row-major vectors of all items
     * @param weights how much an item counts; those of 0 are not learned from
     * @param ridge lambda, above 0
     */
    public static ContentRegression fit(
            ContentFeatures features, float[] vectors, int dimension, double[] weights, double ridge, Chunks chunks) {
        float[] coefficients = new float[ContentFeatures.WIDTH * dimension];
        chunks.run(dimension, 1, () -> {
            double[] direction = new double[ContentFeatures.WIDTH];
            double[] image = new double[ContentFeatures.WIDTH];
            return (chunk, from, to) -> {
                double[] solution = new double[ContentFeatures.WIDTH];
                double[] residual = new double[ContentFeatures.WIDTH];
                for (int item = 0; item < weights.length; item++) {
                    addRow(features, item, weights[item] * vectors[item * dimension + from], residual);
                }
                solve(features, weights, ridge, solution, residual, direction, image);
                for (int column = 0; column < solution.length; column++) {
                    coefficients[column * dimension + from] = (float) solution[column];
                }
            };
        });
        return new ContentRegression(dimension, coefficients);
    }

    private static void solve(
            ContentFeatures features,
            double[] weights,
            double ridge,
            double[] solution,
            double[] residual,
            double[] direction,
            double[] image) {
        System.arraycopy(residual, 0, direction, 0, residual.length);
        double square = dot(residual, residual);
        double enough = ENOUGH * ENOUGH * square;
        for (int step = 0; step < STEPS && square > enough; step++) {
            for (int column = 0; column < image.length; column++) {
                image[column] = ridge * direction[column];
            }
            for (int item = 0; item < weights.length; item++) {
                if (weights[item] > 0) {
                    addRow(features, item, weights[item] * product(features, item, direction), image);
                }
            }
            double along = square / dot(direction, image);
            for (int column = 0; column < image.length; column++) {
                solution[column] += along * direction[column];
                residual[column] -= along * image[column];
            }
            double next = dot(residual, residual);
            for (int column = 0; column < image.length; column++) {
                direction[column] = residual[column] + next / square * direction[column];
            }
            square = next;
        }
    }

    private static void addRow(ContentFeatures features, int item, double factor, double[] to) {
        if (factor != 0) {
            int[] columns = features.columns(item);
            float[] values = features.values(item);
            for (int at = 0; at < columns.length; at++) {
                to[columns[at]] += factor * values[at];
            }
        }
    }

    private static double product(ContentFeatures features, int item, double[] with) {
        int[] columns = features.columns(item);
        float[] values = features.values(item);
        double sum = 0;
        for (int at = 0; at < columns.length; at++) {
            sum += values[at] * with[columns[at]];
        }
        return sum;
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int at = 0; at < first.length; at++) {
            sum += first[at] * second[at];
        }
        return sum;
    }

    /** Fills in the vector that an item's content suggests. */
    public void estimate(ContentFeatures features, int item, double[] vector) {
        Arrays.fill(vector, 0);
        int[] columns = features.columns(item);
        float[] values = features.values(item);
        for (int at = 0; at < columns.length; at++) {
            int offset = columns[at] * dimension;
            for (int c = 0; c < dimension; c++) {
                vector[c] += (double) values[at] * coefficients[offset + c];
            }
        }
    }
}
