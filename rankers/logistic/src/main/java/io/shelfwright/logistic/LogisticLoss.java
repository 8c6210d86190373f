package io.shelfwright.logistic;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.TrainingSet;
import java.util.Arrays;

/**
 * The penalised, weighted log loss of one objective with its first and second derivatives.
 *
 * <p>The parameters are the bias, then a term for each column that varies, then one for each column that is sometimes
 * missing. Labels may lie between 0 and 1.
 */
final class LogisticLoss {
    private final TrainingSet data;
    private final int[] rows;
    private final int objective;
    private final Columns columns;
    private final double l2;
    private final int[] valueTerm;
    private final int[] missingTerm;
    private final int dimension;
    private final double[] x;

    /** Makes the loss of some rows. */
    LogisticLoss(TrainingSet data, int[] rows, int objective, Columns columns, double l2) {
        this.data = data;
        this.rows = rows;
        this.objective = objective;
        this.columns = columns;
        this.l2 = l2;
        int next = 1;
        valueTerm = new int[columns.count()];
        missingTerm = new int[columns.count()];
        for (int column = 0; column < columns.count(); column++) {
            valueTerm[column] = columns.varies()[column] ? next++ : -1;
        }
        for (int column = 0; column < columns.count(); column++) {
            missingTerm[column] = columns.sometimesMissing()[column] ? next++ : -1;
        }
        dimension = next;
        x = new double[dimension];
    }

    int dimension() {
        return dimension;
    }

    /** Returns the parameter of a column's standardised value, 0 where it has none. */
    double valueWeight(double[] parameters, int column) {
        return valueTerm[column] < 0 ? 0 : parameters[valueTerm[column]];
    }

    /** Returns the parameter of a column's being missing, 0 where it has none. */
    double missingWeight(double[] parameters, int column) {
        return missingTerm[column] < 0 ? 0 : parameters[missingTerm[column]];
    }

    double value(double[] parameters) {
        return penalty(parameters) + logLoss(parameters);
    }

    /** Returns the weighted sum of the rows' losses, without the penalty. */
    double logLoss(double[] parameters) {
        double loss = 0;
        for (int row : rows) {
            load(row);
            double logit = dot(parameters) + data.offset(row, objective);
            loss += data.weight(row) * (softplus(logit) - data.label(row, objective) * logit);
        }
        return loss;
    }

    /** Fills the gradient and the upper triangle of the Hessian. */
    void derivatives(double[] parameters, double[] gradient, double[][] hessian) {
        gradient[0] = 0;
        Arrays.fill(hessian[0], 0);
        for (int i = 1; i < dimension; i++) {
            gradient[i] = l2 * parameters[i];
            Arrays.fill(hessian[i], 0);
            hessian[i][i] = l2;
        }
        for (int row : rows) {
            load(row);
            double probability = sigmoid(dot(parameters) + data.offset(row, objective));
            double slope = data.weight(row) * (probability - data.label(row, objective));
            double curvature = data.weight(row) * probability * (1 - probability);
            for (int i = 0; i < dimension; i++) {
                if (x[i] != 0) {
                    gradient[i] += slope * x[i];
                    addScaled(hessian[i], curvature * x[i], i);
                }
            }
        }
    }

    private void addScaled(double[] target, double factor, int from) {
        for (int j = from; j < dimension; j++) {
            target[j] += factor * x[j];
        }
    }

    private double penalty(double[] parameters) {
        double squares = 0;
        for (int i = 1; i < dimension; i++) {
            squares += parameters[i] * parameters[i];
        }
        return l2 / 2 * squares;
    }

    private void load(int row) {
        FeatureMatrix matrix = data.features();
        Arrays.fill(x, 0);
        x[0] = 1;
        for (int column = 0; column < columns.count(); column++) {
            float value = matrix.get(row, column);
            if (Float.isFinite(value)) {
                if (valueTerm[column] >= 0) {
                    x[valueTerm[column]] = (value - columns.mean()[column]) / columns.deviation()[column];
                }
            } else if (missingTerm[column] >= 0) {
                x[missingTerm[column]] = 1;
            }
        }
    }

    private double dot(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += parameters[i] * x[i];
        }
        return sum;
    }

    private static double softplus(double logit) {
        return Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
    }

    private static double sigmoid(double logit) {
        double e = Math.exp(-Math.abs(logit));
        return logit >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
