package io.shelfwright.vectors;

import io.shelfwright.vectors.ItemFactors.FoldIn;
import io.shelfwright.vectors.algebra.Cholesky;
import io.shelfwright.vectors.algebra.Gramian;
import java.util.Arrays;

/**
 * Solves for one vector, the others held fast: {@code (a0 G + sum_i c_i v_i v_i' + lambda 1) u = sum_i c_i v_i}.
 *
 * <p>Holds scratch memory of {@code 8 d (d + 5)} bytes; for one thread.
 */
final class NormalEquations {
    private final int dimension;
    private final double[] upper;
    private final double[] right;
    private final Gramian.Accumulator accumulator;

    NormalEquations(int dimension) {
        this.dimension = dimension;
        upper = new double[dimension * dimension];
        right = new double[dimension];
        accumulator = new Gramian.Accumulator(dimension);
    }

    /**
     * Solves.
     *
     * @param gramian V'V of the fixed side, upper triangle
     * @param fixed vectors of the fixed side
     * @param columns rows of the fixed side that were observed, from {@code start} to {@code end}
     * @return the solution, in an array that the next call overwrites
     */
    double[] solve(double[] gramian, float[] fixed, int[] columns, float[] weights, int start, int end, FoldIn foldIn) {
        double unobserved = foldIn.unobservedWeight();
        for (int at = 0; at < upper.length; at++) {
            upper[at] = unobserved * gramian[at];
        }
        Arrays.fill(right, 0);
        for (int at = start; at < end; at++) {
            int offset = columns[at] * dimension;
            double confidence = Ials.confidence(foldIn, weights[at]);
            accumulator.add(fixed, offset, confidence, upper);
            for (int c = 0; c < dimension; c++) {
                right[c] += confidence * fixed[offset + c];
            }
        }
        accumulator.flush(upper);
        double lambda = Ials.regularisation(foldIn, end - start, fixed.length / dimension);
        for (int c = 0; c < dimension; c++) {
            upper[c * dimension + c] += lambda;
        }
        Cholesky.factor(upper, dimension);
        Cholesky.solve(upper, dimension, right);
        return right;
    }
}
