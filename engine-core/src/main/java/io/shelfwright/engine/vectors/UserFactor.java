package io.shelfwright.engine.vectors;

/**
 * The normal equations of one user, {@code (sum c v v' + a0 G + r I) u = sum c v}, with the left side as its Cholesky factor;
 * immutable.
 *
 * <p>An event changes c of one item, which is an update of rank one. The ridge r grows with the number of items; it is set
 * when that is a power of two, and stays until the next one.
 */
final class UserFactor {
    private final FoldIn foldIn;
    private final double[] factor;
    private final double[] right;

    private UserFactor(FoldIn foldIn, double[] factor, double[] right) {
        this.foldIn = foldIn;
        this.factor = factor;
        this.right = right;
    }

    /** Returns the equations of a user without items, which all users share. */
    static UserFactor none(FoldIn foldIn, double[] gram, int dimension) {
        double[] matrix = new double[gram.length];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = foldIn.a0() * gram[i];
        }
        Packed.addToDiagonal(matrix, dimension, foldIn.ridge(1));
        Packed.factor(matrix, dimension);
        return new UserFactor(foldIn, matrix, new double[dimension]);
    }

    /**
     * Returns the equations after the weight of an item rose.
     *
     * @param items number of items, with this one
     * @param isNew whether this one was not among them
     */
    UserFactor plus(float[] vector, double rise, int items, boolean isNew) {
        int dimension = vector.length;
        boolean grows = isNew && items > 1 && Integer.bitCount(items) == 1 && foldIn.nu() > 0;
        double[] changed = grows ? withRidge(items) : factor.clone();
        double[] x = new double[dimension];
        double[] sum = right.clone();
        double root = Math.sqrt(rise);
        for (int j = 0; j < dimension; j++) {
            x[j] = root * vector[j];
            sum[j] += rise * vector[j];
        }
        Packed.update(changed, x);
        return new UserFactor(foldIn, changed, sum);
    }

    private double[] withRidge(int items) {
        double[] matrix = Packed.product(factor, right.length);
        Packed.addToDiagonal(matrix, right.length, foldIn.ridge(items) - foldIn.ridge(items / 2));
        Packed.factor(matrix, right.length);
        return matrix;
    }

    /** Returns the user's vector. */
    double[] solution() {
        double[] solution = right.clone();
        Packed.solve(factor, solution);
        return solution;
    }
}
