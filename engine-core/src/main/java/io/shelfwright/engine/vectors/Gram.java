package io.shelfwright.engine.vectors;

/** The sum of {@code v v'} over vectors, as a packed lower triangle; see {@link Packed}. */
final class Gram {
    private final double[] sum;

    Gram(int dimension) {
        sum = new double[Packed.length(dimension)];
    }

    void add(float[] vector) {
        int row = 0;
        for (int i = 0; i < vector.length; i++) {
            double value = vector[i];
            for (int j = 0; j <= i; j++) {
                sum[row + j] += value * vector[j];
            }
            row += i + 1;
        }
    }

    double[] sum() {
        return sum.clone();
    }
}
