package io.shelfwright.logistic;

/**
 * Minimises a penalised log loss by Newton's method (iteratively reweighted least squares) with step halving.
 *
 * <p>The loss is convex and, but for the bias, strongly so; hence a step that is halved until the loss falls always gets
 * there, also when the classes can be separated.
 */
final class Newton {
    /** A gradient this small, for each unit of row weight, counts as none. */
    static final double GRADIENT_TOLERANCE = 1e-10;

    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final int MAX_HALVINGS = 50;

    private Newton() {}

    /**
     * Returns the parameters at the minimum.
     *
     * @param start parameters to start from
     * @param totalWeight sum of the row weights
     */
    static Fit minimise(LogisticLoss loss, double[] start, double totalWeight, int maxSteps) {
        int dimension = loss.dimension();
        double[] parameters = start.clone();
        double[] gradient = new double[dimension];
        double[][] hessian = new double[dimension][dimension];
        double value = loss.value(parameters);
        for (int step = 0; step < maxSteps; step++) {
            loss.derivatives(parameters, gradient, hessian);
            if (largest(gradient) <= GRADIENT_TOLERANCE * totalWeight) {
                return new Fit(parameters, value, step, true);
            }
            double[] direction = Cholesky.solve(hessian, gradient);
            double[] next = new double[dimension];
            double lower = lineSearch(loss, parameters, direction, dot(gradient, direction), value, next);
            if (!(lower < value)) {
                // Rounding hides any further descent: this is as low as doubles can see.
                return new Fit(parameters, value, step, true);
            }
            parameters = next;
            value = lower;
        }
        return new Fit(parameters, value, maxSteps, false);
    }

    private static double lineSearch(
            LogisticLoss loss, double[] from, double[] direction, double slope, double value, double[] next) {
        double length = 1;
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            for (int i = 0; i < from.length; i++) {
                next[i] = from[i] - length * direction[i];
            }
            double candidate = loss.value(next);
            if (candidate <= value - SUFFICIENT_DECREASE * length * slope) {
                return candidate;
            }
            length /= 2;
        }
        return value;
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    /**
     * Where the search ended.
     *
     * @param parameters the bias, then the terms of {@link LogisticLoss}
     * @param loss penalised loss there
     * @param steps Newton steps taken
     * @param converged whether the gradient vanished within the allowed steps
     */
    @SuppressWarnings("ArrayRecordComponent") // the result of one training, compared by nobody
    record Fit(double[] parameters, double loss, int steps, boolean converged) {}
}
