package io.shelfwright.gbdt;

import io.shelfwright.spi.TrainingSet;

/**
 * What some rows say about one objective.
 *
 * @param rowsFor rows whose label is above 0
 * @param rowsAgainst rows whose label is below 1
 * @param mean weighted mean of the labels
 */
record Classes(int rowsFor, int rowsAgainst, double mean) {

    static Classes of(TrainingSet data, int objective, int[] rows) {
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
        return new Classes(rowsFor, rowsAgainst, weightFor / weight);
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
}
