package io.shelfwright.logistic;

/** Solves a symmetric, positive definite system of linear equations. */
final class Cholesky {
    /** Part of the mean diagonal added where rounding made the matrix lose its definiteness. */
    private static final double FIRST_RIDGE = 1e-12;

    private static final double RIDGE_GROWTH = 100;

    private Cholesky() {}

    /**
     * Returns x with {@code matrix x = right}.
     *
     * @param matrix square, of which the upper triangle with the diagonal is read; not changed
     */
    static double[] solve(double[][] matrix, double[] right) {
        double trace = 0;
        for (int i = 0; i < right.length; i++) {
            trace += matrix[i][i];
        }
        double[][] factor = new double[right.length][right.length];
        double ridge = 0;
        while (!factorise(matrix, ridge, factor)) {
            ridge = ridge == 0 ? FIRST_RIDGE * trace / right.length : ridge * RIDGE_GROWTH;
            if (!(ridge < Double.MAX_VALUE)) {
                throw new IllegalArgumentException("the loss has a curvature that is not finite; are all features and"
                        + " weights of ordinary size?");
            }
        }
        return substitute(factor, right);
    }

    /** Fills the lower factor; returns false when the matrix is not positive definite. */
    private static boolean factorise(double[][] matrix, double ridge, double[][] factor) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[j][i] + (i == j ? ridge : 0);
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i == j) {
                    if (!(sum > 0) || Double.isInfinite(sum)) {
                        return false;
                    }
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    factor[i][j] = sum / factor[j][j];
                }
            }
        }
        return true;
    }

    private static double[] substitute(double[][] factor, double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
