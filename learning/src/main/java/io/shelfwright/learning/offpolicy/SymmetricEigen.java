package io.shelfwright.learning.offpolicy;

/** Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: slow, and accurate for the small values too. */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    /** Takes a symmetric matrix and uses its array. */
    SymmetricEigen(double[][] matrix) {
        int n = matrix.length;
        vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(matrix) > 0; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(matrix, p, q);
                }
            }
        }
        values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = matrix[i][i];
        }
    }

    private static double offDiagonal(double[][] matrix) {
        double largest = 0;
        double scale = 0;
        for (int i = 0; i < matrix.length; i++) {
            scale = Math.max(scale, Math.abs(matrix[i][i]));
            for (int j = i + 1; j < matrix.length; j++) {
                largest = Math.max(largest, Math.abs(matrix[i][j]));
            }
        }
        return largest > 1e-17 * scale ? largest : 0;
    }

    private void rotate(double[][] matrix, int p, int q) {
        double between = matrix[p][q];
        if (between == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * between);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        double atP = matrix[p][p] - tangent * between;
        double atQ = matrix[q][q] + tangent * between;
        for (int k = 0; k < matrix.length; k++) {
            double first = matrix[k][p];
            double second = matrix[k][q];
            matrix[k][p] = matrix[p][k] = cosine * first - sine * second;
            matrix[k][q] = matrix[q][k] = sine * first + cosine * second;
            // Row k of the vectors holds one component of them all.
            first = vectors[k][p];
            second = vectors[k][q];
            vectors[k][p] = cosine * first - sine * second;
            vectors[k][q] = sine * first + cosine * second;
        }
        matrix[p][p] = atP;
        matrix[q][q] = atQ;
        matrix[p][q] = 0;
        matrix[q][p] = 0;
    }

    /** Returns the eigenvalues, in no order. */
    double[] values() {
        return values;
    }

    /** Returns the product of an eigenvector with a vector. */
    double along(int k, double[] vector) {
        double product = 0;
        for (int i = 0; i < vector.length; i++) {
            product += vectors[i][k] * vector[i];
        }
        return product;
    }
}
