package io.shelfwright.neural;

import io.shelfwright.spi.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Which objectives the rows can teach, and how likely each is. */
final class Labels {
    /** Fewer rows than this that speak for (or against) a side objective are no ground for an output. */
    static final int LEAST_ROWS_OF_A_CLASS = 20;

    private Labels() {}

    /**
     * Returns the numbers of the objectives that can be trained, the main one first.
     *
     * @throws IllegalArgumentException if the main one cannot, or a label or weight is out of range
     */
    static int[] trainable(TrainingSet data, Consumer<String> progress) {
        requireUsable(data);
        List<Integer> trainable = new ArrayList<>();
        int[] rows = data.rows(false);
        for (int objective = 0; objective < data.objectives().size(); objective++) {
            int rowsFor = 0;
            int rowsAgainst = 0;
            for (int row : rows) {
                float label = data.label(row, objective);
                rowsFor += label > 0 ? 1 : 0;
                rowsAgainst += label < 1 ? 1 : 0;
            }
            String name = data.objectives().get(objective);
            int needed = objective == 0 ? 1 : LEAST_ROWS_OF_A_CLASS;
            if (rowsFor >= needed && rowsAgainst >= needed) {
                trainable.add(objective);
            } else if (objective == 0) {
                throw new IllegalArgumentException("the main objective " + name + " has one class only: " + rowsFor
                        + " rows for and " + rowsAgainst + " against; a model needs both");
            } else {
                progress.accept(String.format(
                        Locale.ROOT,
                        "%s: skipped, %d rows for and %d against, needed are %d of each",
                        name,
                        rowsFor,
                        rowsAgainst,
                        needed));
            }
        }
        return trainable.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void requireUsable(TrainingSet data) {
        if (data.rows() == 0 || data.objectives().isEmpty() || data.features().columns() == 0) {
            throw new IllegalArgumentException("there is nothing to train on: " + data.rows() + " rows, "
                    + data.features().columns() + " features, "
                    + data.objectives().size() + " objectives");
        }
        for (int row = 0; row < data.rows(); row++) {
            if (!(data.weight(row) > 0) || Float.isInfinite(data.weight(row))) {
                throw new IllegalArgumentException(
                        "row " + row + " has the weight " + data.weight(row) + "; allowed is positive and finite");
            }
            for (int objective = 0; objective < data.objectives().size(); objective++) {
                float label = data.label(row, objective);
                if (!(label >= 0 && label <= 1)) {
                    throw new IllegalArgumentException("row " + row + " has the label " + label + " for "
                            + data.objectives().get(objective) + "; allowed is 0 to 1");
                }
            }
        }
    }

    /** Returns the weighted log-odds of each objective over some rows less the mean offset, held within -8 to 8. */
    static float[] logOdds(TrainingSet data, int[] rows, int[] objectives) {
        float[] odds = new float[objectives.length];
        for (int i = 0; i < odds.length; i++) {
            double weight = 0;
            double positive = 0;
            double offset = 0;
            for (int row : rows) {
                weight += data.weight(row);
                offset += (double) data.weight(row) * data.offset(row, objectives[i]);
                positive += (double) data.weight(row) * data.label(row, objectives[i]);
            }
            odds[i] = (float) Math.max(-8, Math.min(8, Math.log(positive / (weight - positive)) - offset / weight));
        }
        return odds;
    }
}
