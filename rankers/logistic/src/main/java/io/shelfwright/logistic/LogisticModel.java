package io.shelfwright.logistic;

import java.util.List;

/**
 * Everything needed to score a row.
 *
 * @param mean a column's mean in training
 * @param deviation a column's standard deviation in training
 * @param heads one an objective, the main one first
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a model, compared by nobody
record LogisticModel(double[] mean, double[] deviation, List<Head> heads) {
    LogisticModel {
        heads = List.copyOf(heads);
    }

    int columns() {
        return mean.length;
    }

    /** Returns the log-odds of the row that starts at {@code start}. */
    double logit(Head head, float[] values, int start) {
        double logit = head.bias();
        for (int column = 0; column < mean.length; column++) {
            logit += term(head, column, values[start + column]);
        }
        return logit;
    }

    /** Returns what a column's value adds to the logit. */
    double term(Head head, int column, float value) {
        return Float.isFinite(value)
                ? head.weight()[column] * ((value - mean[column]) / deviation[column])
                : head.missing()[column];
    }
}
