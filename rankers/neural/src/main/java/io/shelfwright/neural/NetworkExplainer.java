package io.shelfwright.neural;

import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides the main logit among the features by integrated gradients (Sundararajan, Taly, Yan, 2017) along the straight
 * line from the mean row, in plain Java; immutable.
 *
 * <p>The term {@code bias} is the logit of the mean row. Steps are doubled until the terms sum to the logit within
 * {@link #TOLERANCE}; the rest is spread in proportion to their size, so that the sum is exact.
 */
final class NetworkExplainer {
    static final double TOLERANCE = 1e-3;

    private static final int FEWEST_STEPS = 32;
    private static final int MOST_STEPS = 2048;

    private final Network network;
    private final Parameters parameters;
    private final Normalisation normalisation;

    NetworkExplainer(Network network, Parameters parameters, Normalisation normalisation) {
        this.network = network;
        this.parameters = parameters;
        this.normalisation = normalisation;
    }

    List<Contribution> explain(FeatureSchema schema, FeatureMatrix rows, int row) {
        float[] inputs = new float[network.inputs()];
        normalisation.transform(rows.values(), row * rows.columns(), inputs, 0);
        double baseline = logit(new float[inputs.length]);
        double wanted = logit(inputs) - baseline;
        double[] terms = new double[inputs.length];
        for (int steps = FEWEST_STEPS; steps <= MOST_STEPS; steps *= 2) {
            terms = integrate(inputs, steps);
            if (Math.abs(sum(terms) - wanted) <= TOLERANCE) {
                break;
            }
        }
        spread(terms, wanted - sum(terms));
        List<Contribution> contributions = new ArrayList<>(rows.columns() + 1);
        contributions.add(new Contribution("bias", baseline));
        for (int column = 0; column < rows.columns(); column++) {
            contributions.add(new Contribution(
                    schema.features().get(column).name(), terms[column] + terms[rows.columns() + column]));
        }
        return contributions;
    }

    private double[] integrate(float[] inputs, int steps) {
        double[] terms = new double[inputs.length];
        float[] point = new float[inputs.length];
        for (int step = 0; step < steps; step++) {
            float share = (step + 0.5f) / steps;
            for (int i = 0; i < point.length; i++) {
                point[i] = share * inputs[i];
            }
            double[] gradient = gradient(forward(point));
            for (int i = 0; i < terms.length; i++) {
                terms[i] += gradient[i] * inputs[i] / steps;
            }
        }
        return terms;
    }

    private static double sum(double[] terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    private static void spread(double[] terms, double rest) {
        double size = 0;
        for (double term : terms) {
            size += Math.abs(term);
        }
        for (int i = 0; i < terms.length && size > 0; i++) {
            terms[i] += rest * Math.abs(terms[i]) / size;
        }
    }

    /** Returns the logit of the main objective. */
    double logit(float[] inputs) {
        double[][] sums = forward(inputs);
        return sums[sums.length - 1][0];
    }

    /** Returns the weighted sums of every layer, before ReLU. */
    private double[][] forward(float[] inputs) {
        double[][] sums = new double[network.layers()][];
        double[] from = new double[inputs.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = inputs[i];
        }
        for (int layer = 0; layer < sums.length; layer++) {
            float[] weights = parameters.weights().get(layer);
            float[] biases = parameters.biases().get(layer);
            double[] to = new double[biases.length];
            for (int unit = 0; unit < to.length; unit++) {
                double sum = biases[unit];
                for (int i = 0; i < from.length; i++) {
                    sum += weights[unit * from.length + i] * from[i];
                }
                to[unit] = sum;
            }
            sums[layer] = to;
            from = new double[to.length];
            for (int unit = 0; unit < to.length; unit++) {
                from[unit] = Math.max(0, to[unit]);
            }
        }
        return sums;
    }

    /** Returns the derivative of the main logit by each input, at the point of a forward pass. */
    private double[] gradient(double[][] sums) {
        double[] back = new double[network.outputs()];
        back[0] = 1;
        for (int layer = network.layers() - 1; layer >= 0; layer--) {
            float[] weights = parameters.weights().get(layer);
            int width = network.widths()[layer];
            double[] before = new double[width];
            for (int unit = 0; unit < back.length; unit++) {
                for (int i = 0; back[unit] != 0 && i < width; i++) {
                    before[i] += back[unit] * weights[unit * width + i];
                }
            }
            for (int i = 0; layer > 0 && i < width; i++) {
                before[i] = sums[layer - 1][i] > 0 ? before[i] : 0;
            }
            back = before;
        }
        return back;
    }
}
