package io.shelfwright.logistic;

import io.shelfwright.spi.TrainingSet;

/**
 * What the rows say about one objective.
 *
 * @param rowsFor rows whose label is above 0
 * @param rowsAgainst rows whose label is below 1
 * @param weight sum of weights
 * @param weightFor sum of weight x label
 */
record Classes(int rowsFor, int rowsAgainst, double weight, double weightFor) {

    static Classes of(TrainingSet data, int[] rows, int objective) {
        int rowsFor = 0;
        int rowsAgainst = 0;
        double weight = 0;
        double weightFor = 0;
        for (int row : rows) {
            float label = data.label(row, objective);
            if (!(label >= 0 && label <= 1)) {
                throw new IllegalArgumentException("row " + row + " has the label " + label + " for "
                        + data.objectives().get(objective) + "; allowed is 0 to 1");
            }
            rowsFor += label > 0 ? 1 : 0;
            rowsAgainst += label < 1 ? 1 : 0;
            weight += data.weight(row);
            weightFor += (double) data.weight(row) * label;
        }
        return new Classes(rowsFor, rowsAgainst, weight, weightFor);
    }

    /** Throws unless there are rows, objectives and positive, finite weights. */
    static void requireUsable(TrainingSet data) {
        if (data.rows() == 0 || data.objectives().isEmpty()) {
            throw new IllegalArgumentException("there is nothing to train on: " + data.rows() + " rows, "
                    + data.objectives().size() + " objectives");
        }
        for (int row = 0; row < data.rows(); row++) {
            if (!(data.weight(row) > 0) || Float.isInfinite(data.weight(row))) {
                throw new IllegalArgumentException(
                        "row " + row + " has the weight " + data.weight(row) + "; allowed is positive and finite");
            }
        }
    }

    void requireBoth(String objective) {
        if (rowsFor == 0 || rowsAgainst == 0) {
            throw new IllegalArgumentException("the main objective " + objective + " has one class only: " + rowsFor
                    + " rows for and " + rowsAgainst + " against; a model needs both");
        }
    }

    boolean bothHave(int rows) {
        return rowsFor >= rows && rowsAgainst >= rows;
    }

    double logOdds() {
        return Math.log(weightFor / (weight - weightFor));
    }
}
