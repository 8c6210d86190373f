package io.shelfwright.vectors.algebra;

/**
 * Solves symmetric positive definite systems by Cholesky factors, {@code A = R'R}; in place, on the upper triangle of a
 * row-major matrix, row by row, so that every inner loop runs along a row.
 */
public final class Cholesky {
    private Cholesky() {}

    /**
     * Replaces the upper triangle of a matrix by its factor R.
     *
     * @param matrix size x size, row-major; what is below the diagonal is neither read nor written
     * @throws ArithmeticException if it is not positive definite, naming the row
     */
    public static void factor(double[] matrix, int size) {
        for (int k = 0; k < size; k++) {
            int pivotRow = k * size;
            double pivot = matrix[pivotRow + k];
            if (!(pivot > 0) || Double.isInfinite(pivot)) {
                throw new ArithmeticException("the matrix is not positive definite: pivot " + k + " of " + size + " is "
                        + pivot + "; raise the regularisation");
            }
            double scale = 1 / Math.sqrt(pivot);
            for (int c = k; c < size; c++) {
                matrix[pivotRow + c] *= scale;
            }
            for (int r = k + 1; r < size; r++) {
                double factor = matrix[pivotRow + r];
                if (factor != 0) {
                    int row = r * size;
                    for (int c = r; c < size; c++) {
                        matrix[row + c] -= factor * matrix[pivotRow + c];
                    }
                }
            }
        }
    }

    /** Solves {@code R'R x = b} in place of b. */
    public static void solve(double[] factor, int size, double[] b) {
        for (int k = 0; k < size; k++) {
            int row = k * size;
            double value = b[k] / factor[row + k];
            b[k] = value;
            for (int c = k + 1; c < size; c++) {
                b[c] -= value * factor[row + c];
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            int row = k * size;
            double value = b[k];
            for (int c = k + 1; c < size; c++) {
                value -= factor[row + c] * b[c];
            }
            b[k] = value / factor[row + k];
        }
    }
}
