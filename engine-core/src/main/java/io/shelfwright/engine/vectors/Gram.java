package io.shelfwright.engine.vectors;

/** The sum of {@code v v'} over vectors; see {@link Packed}. */
final class Gram {
    private final double[] sum;

    Gram(int dimension) {
        sum = new double[Packed.length(dimension)];
    }

    void add(float[] vector) {
        Packed.addOuter(sum, 1, vector);
    }

    double[] sum() {
        return sum.clone();
    }
}
