package io.shelfwright.engine.vectors;

/**
 * Symmetric and lower triangular matrices in one array: columns after each other, each from its diagonal downwards, so that
 * the loops below run over neighbouring cells.
 */
final class Packed {
    private Packed() {}

    static int length(int dimension) {
        return dimension * (dimension + 1) / 2;
    }

    /** Adds {@code weight x x'} to a symmetric matrix. */
    static void addOuter(double[] matrix, double weight, float[] x) {
        int cell = 0;
        for (int k = 0; k < x.length; k++) {
            double factor = weight * x[k];
            for (int i = k; i < x.length; i++) {
                matrix[cell++] += factor * x[i];
            }
        }
    }

    static void addToDiagonal(double[] matrix, int dimension, double value) {
        int cell = 0;
        for (int k = 0; k < dimension; k++) {
            matrix[cell] += value;
            cell += dimension - k;
        }
    }

    /**
     * Turns a symmetric positive definite matrix into its Cholesky factor, in place.
     *
     * @throws ArithmeticException if it is not positive definite
     */
    static void factor(double[] matrix, int dimension) {
        int column = 0;
        for (int k = 0; k < dimension; k++) {
            double diagonal = matrix[column];
            if (!(diagonal > 0)) {
                throw new ArithmeticException("the matrix is not positive definite");
            }
            double root = Math.sqrt(diagonal);
            int length = dimension - k;
            for (int i = 0; i < length; i++) {
                matrix[column + i] /= root;
            }
            int target = column + length;
            for (int j = 1; j < length; j++) {
                double factor = matrix[column + j];
                for (int i = j; i < length; i++) {
                    matrix[target++] -= factor * matrix[column + i];
                }
            }
            column += length;
        }
    }

    /** Returns the matrix {@code L L'} of a factor. */
    static double[] product(double[] factor, int dimension) {
        double[] matrix = new double[factor.length];
        int column = 0;
        for (int k = 0; k < dimension; k++) {
            int length = dimension - k;
            int target = column;
            for (int j = 0; j < length; j++) {
                double value = factor[column + j];
                for (int i = j; i < length; i++) {
                    matrix[target++] += value * factor[column + i];
                }
            }
            column += length;
        }
        return matrix;
    }

    /**
     * Turns the factor of A into that of {@code A + x x'}, in place, by rotations (Gill, Golub, Murray, Saunders 1974);
     * O(d^2), and stable as nothing is taken away.
     *
     * @param x overwritten
     */
    static void update(double[] factor, double[] x) {
        int dimension = x.length;
        int column = 0;
        for (int k = 0; k < dimension; k++) {
            int length = dimension - k;
            double value = x[k];
            if (value != 0) {
                double diagonal = factor[column];
                double root = Math.sqrt(diagonal * diagonal + value * value);
                double c = diagonal / root;
                double s = value / root;
                factor[column] = root;
                for (int i = 1; i < length; i++) {
                    double old = factor[column + i];
                    double xi = x[k + i];
                    factor[column + i] = c * old + s * xi;
                    x[k + i] = c * xi - s * old;
                }
            }
            column += length;
        }
    }

    /** Solves {@code L L' u = b} in place. */
    static void solve(double[] factor, double[] b) {
        int dimension = b.length;
        int column = 0;
        for (int k = 0; k < dimension; k++) {
            double value = b[k] / factor[column];
            b[k] = value;
            for (int i = 1; i < dimension - k; i++) {
                b[k + i] -= value * factor[column + i];
            }
            column += dimension - k;
        }
        for (int k = dimension - 1; k >= 0; k--) {
            column -= dimension - k;
            double sum = b[k];
            for (int i = 1; i < dimension - k; i++) {
                sum -= factor[column + i] * b[k + i];
            }
            b[k] = sum / factor[column];
        }
    }
}
