package io.shelfwright.vectors.algebra;

import java.util.Arrays;

/** Sums of outer products of rows, in the upper triangle of a row-major matrix. */
public final class Gramian {
    /** Chunks of the sum over all rows: as many results are in memory at once, each {@code 8 d^2} bytes. */
    public static final int PARTS = 16;

    private Gramian() {}

    /** Returns V'V of a row-major matrix of floats, upper triangle, the same to the byte for any number of threads. */
    public static double[] of(float[] values, int dimension, Chunks chunks) {
        int rows = values.length / dimension;
        int chunkSize = Math.max(1, (rows + PARTS - 1) / PARTS);
        double[][] parts = new double[Chunks.count(rows, chunkSize)][];
        chunks.run(rows, chunkSize, () -> {
            Accumulator accumulator = new Accumulator(dimension);
            return (chunk, from, to) -> {
                double[] sum = new double[dimension * dimension];
                for (int row = from; row < to; row++) {
                    accumulator.add(values, row * dimension, 1, sum);
                }
                accumulator.flush(sum);
                parts[chunk] = sum;
            };
        });
        double[] total = new double[dimension * dimension];
        for (double[] part : parts) {
            for (int at = 0; at < total.length; at++) {
                total[at] += part[at];
            }
        }
        return total;
    }

    /** Adds weighted outer products four at a time, so that the matrix passes through the cache a quarter as often. */
    public static final class Accumulator {
        private static final int BATCH = 4;

        private final int dimension;
        private final double[][] pending;
        private final double[] weights = new double[BATCH];
        private int filled;

        public Accumulator(int dimension) {
            this.dimension = dimension;
            pending = new double[BATCH][dimension];
        }

        /** Adds {@code weight v v'} to the upper triangle, at the latest when {@link #flush} is called. */
        public void add(float[] values, int offset, double weight, double[] upper) {
            double[] row = pending[filled];
            for (int c = 0; c < dimension; c++) {
                row[c] = values[offset + c];
            }
            weights[filled++] = weight;
            if (filled == BATCH) {
                addBatch(upper);
            }
        }

        /** Adds what is pending. */
        public void flush(double[] upper) {
            if (filled > 0) {
                while (filled < BATCH) {
                    Arrays.fill(pending[filled], 0);
                    weights[filled++] = 0;
                }
                addBatch(upper);
            }
        }

        private void addBatch(double[] upper) {
            double[] v0 = pending[0];
            double[] v1 = pending[1];
            double[] v2 = pending[2];
            double[] v3 = pending[3];
            for (int r = 0; r < dimension; r++) {
                double f0 = weights[0] * v0[r];
                double f1 = weights[1] * v1[r];
                double f2 = weights[2] * v2[r];
                double f3 = weights[3] * v3[r];
                int row = r * dimension;
                for (int c = r; c < dimension; c++) {
                    upper[row + c] += f0 * v0[c] + f1 * v1[c] + f2 * v2[c] + f3 * v3[c];
                }
            }
            filled = 0;
        }
    }
}
