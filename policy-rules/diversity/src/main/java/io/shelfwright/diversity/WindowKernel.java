package io.shelfwright.diversity;

import io.shelfwright.spi.Catalog;

/**
 * How much of an item the cards of a window leave unexplained, in the feature space of a kernel.
 *
 * <p>The kernel is {@code k(i,j) = offset + scale similarity(i,j)}, on the diagonal plus a jitter. With the window's matrix
 * factored as {@code L L'} (Cholesky), the residual variance of an item is {@code k(i,i) - |L^-1 k(window,i)|^2}: the
 * conditional variance of a determinantal point process, and the squared norm of the residual of Gram-Schmidt. A card that
 * the others explain already is left out, which also copes with similarities that are not positive semi-definite.
 *
 * <p>One instance serves one slot and one thread.
 */
final class WindowKernel {
    private static final double SMALLEST_PIVOT = 1e-6;

    private final Catalog catalog;
    private final double offset;
    private final double scale;
    private final double diagonal;
    private final int[] cards;
    private final double[][] factor;
    private final double[] solution;
    private int size;

    WindowKernel(Catalog catalog, int[] window, double offset, double scale, double jitter) {
        this.catalog = catalog;
        this.offset = offset;
        this.scale = scale;
        diagonal = offset + scale + jitter;
        cards = new int[window.length];
        factor = new double[window.length][];
        solution = new double[window.length];
        for (int card : window) {
            double pivot = residual(card);
            if (pivot > SMALLEST_PIVOT) {
                double[] row = new double[size + 1];
                System.arraycopy(solution, 0, row, 0, size);
                row[size] = Math.sqrt(pivot);
                factor[size] = row;
                cards[size++] = card;
            }
        }
    }

    /** Returns the kernel's value of an item with itself. */
    double variance() {
        return diagonal;
    }

    /** Returns the residual variance of an item, at least 0 and at most {@link #variance()}. */
    double residualVariance(int item) {
        return Math.max(0, residual(item));
    }

    private double residual(int item) {
        double rest = diagonal;
        for (int i = 0; i < size; i++) {
            double[] row = factor[i];
            double value = item == cards[i] ? diagonal : offset + scale * catalog.similarity(item, cards[i]);
            for (int j = 0; j < i; j++) {
                value -= row[j] * solution[j];
            }
            solution[i] = value / row[i];
            rest -= solution[i] * solution[i];
        }
        return rest;
    }
}
