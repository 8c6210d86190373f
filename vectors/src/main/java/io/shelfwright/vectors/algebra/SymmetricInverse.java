package io.shelfwright.vectors.algebra;

/**
 * Inverts symmetric positive definite matrices in place by sweeping blocks (block Gauss-Jordan without pivoting, which
 * such matrices do not need): {@code size^3} multiplications, no memory of its own beyond two strips of {@link #BLOCK} rows.
 */
public final class SymmetricInverse {
    private static final int BLOCK = 64;
    private static final int ROWS = 16;

    private SymmetricInverse() {}

    /**
     * Replaces a matrix by its inverse, the same to the byte for any number of threads.
     *
     * @param matrix size x size, row-major; only the lower triangle is read, both are written
     * @throws ArithmeticException if it is not positive definite
     */
    public static void invert(double[] matrix, int size, Chunks chunks) {
        double[] strip = new double[BLOCK * size];
        double[] scaled = new double[BLOCK * size];
        for (int from = 0; from < size; from += BLOCK) {
            sweep(matrix, size, from, Math.min(size, from + BLOCK), strip, scaled, chunks);
        }
        chunks.run(size, ROWS, () -> (chunk, low, high) -> {
            for (int r = low; r < high; r++) {
                for (int c = 0; c <= r; c++) {
                    matrix[r * size + c] = -matrix[r * size + c];
                }
            }
        });
        for (int r = 0; r < size; r++) {
            for (int c = r + 1; c < size; c++) {
                matrix[r * size + c] = matrix[c * size + r];
            }
        }
    }

    /** With the block B: {@code A_BB -> -P}, {@code A_B -> P A_B}, {@code A -> A - A_B' P A_B}, P the block's inverse. */
    private static void sweep(
            double[] matrix, int size, int from, int to, double[] strip, double[] scaled, Chunks chunks) {
        int width = to - from;
        for (int b = 0; b < width; b++) {
            for (int c = 0; c < size; c++) {
                int row = Math.max(from + b, c);
                strip[b * size + c] = matrix[row * size + Math.min(from + b, c)];
            }
        }
        double[] inverse = blockInverse(matrix, size, from, width);
        chunks.run(width, 4, () -> (chunk, low, high) -> {
            for (int b = low; b < high; b++) {
                java.util.Arrays.fill(scaled, b * size, (b + 1) * size, 0);
                for (int k = 0; k < width; k++) {
                    double factor = inverse[b * width + k];
                    for (int c = 0; c < size; c++) {
                        scaled[b * size + c] += factor * strip[k * size + c];
                    }
                }
            }
        });
        chunks.run(size, ROWS, () -> (chunk, low, high) -> {
            for (int r = low; r < high; r++) {
                if (r < from || r >= to) {
                    subtract(matrix, size, r, width, strip, scaled);
                }
            }
        });
        for (int r = 0; r < size; r++) {
            for (int b = 0; b < width; b++) {
                if (r >= from && r < to) {
                    if (b <= r - from) {
                        matrix[r * size + from + b] = -inverse[(r - from) * width + b];
                    }
                } else if (r >= to) {
                    matrix[r * size + from + b] = scaled[b * size + r];
                } else {
                    matrix[(from + b) * size + r] = scaled[b * size + r];
                }
            }
        }
    }

    /** Four rows of the strip at a time; columns of the block itself are overwritten afterwards. */
    private static void subtract(double[] matrix, int size, int r, int width, double[] strip, double[] scaled) {
        int row = r * size;
        int b = 0;
        for (; b + 3 < width; b += 4) {
            double f0 = strip[b * size + r];
            double f1 = strip[(b + 1) * size + r];
            double f2 = strip[(b + 2) * size + r];
            double f3 = strip[(b + 3) * size + r];
            int s0 = b * size;
            int s1 = s0 + size;
            int s2 = s1 + size;
            int s3 = s2 + size;
            for (int c = 0; c <= r; c++) {
                matrix[row + c] -=
                        f0 * scaled[s0 + c] + f1 * scaled[s1 + c] + f2 * scaled[s2 + c] + f3 * scaled[s3 + c];
            }
        }
        for (; b < width; b++) {
            double factor = strip[b * size + r];
            int at = b * size;
            for (int c = 0; c <= r; c++) {
                matrix[row + c] -= factor * scaled[at + c];
            }
        }
    }

    private static double[] blockInverse(double[] matrix, int size, int from, int width) {
        double[] factor = new double[width * width];
        for (int r = 0; r < width; r++) {
            for (int c = r; c < width; c++) {
                factor[r * width + c] = matrix[(from + c) * size + from + r];
            }
        }
        Cholesky.factor(factor, width);
        double[] inverse = new double[width * width];
        double[] unit = new double[width];
        for (int k = 0; k < width; k++) {
            java.util.Arrays.fill(unit, 0);
            unit[k] = 1;
            Cholesky.solve(factor, width, unit);
            System.arraycopy(unit, 0, inverse, k * width, width);
        }
        return inverse;
    }
}
