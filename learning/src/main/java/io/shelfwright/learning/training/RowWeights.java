package io.shelfwright.learning.training;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import java.util.Arrays;

/**
 * What a row counts where a model is judged: examination times selection (Joachims, Swaminathan, Schnabel 2017).
 *
 * <p>Examination: a card known to be seen weighs 1. Where nobody knows what was seen, one with a reaction was seen for sure
 * and stands for 1/e cards like it; one without weighs 1, since it may as well have been overlooked: weighting both alike
 * would correct nothing. Selection: an explored card weighs 1/p, since the draw favours what the live model likes; the
 * clip keeps a rare draw from ruling the model. Immutable.
 */
final class RowWeights {
    private final boolean examined;
    private final double minExamination;
    private final double clip;
    private final int clippedRows;

    private RowWeights(boolean examined, double minExamination, double clip, int clippedRows) {
        this.examined = examined;
        this.minExamination = minExamination;
        this.clip = clip;
        this.clippedRows = clippedRows;
    }

    /** Returns the weights of a dataset, whose explored rows decide where the clip lies. */
    static RowWeights of(Dataset dataset, TrainingSettings settings) {
        double[] inverse = new double[dataset.size()];
        int explored = 0;
        for (int row = 0; row < dataset.size(); row++) {
            if (isDrawn(dataset.row(row))) {
                inverse[explored++] = 1 / dataset.row(row).propensity();
            }
        }
        double[] sorted = Arrays.copyOf(inverse, explored);
        Arrays.sort(sorted);
        double clip = settings.maxSelectionWeight();
        if (explored > 0) {
            int rank = (int) Math.ceil(settings.selectionPercentile() * explored) - 1;
            clip = Math.max(1, Math.min(clip, sorted[Math.max(0, rank)]));
        }
        int clipped = 0;
        for (double weight : sorted) {
            clipped += weight > clip ? 1 : 0;
        }
        return new RowWeights(
                settings.positionCorrection() == PositionCorrection.INVERSE_EXAMINATION,
                settings.minExamination(),
                clip,
                clipped);
    }

    /** Returns a positive, finite weight. */
    double of(DatasetRow row) {
        return examination(row) * selection(row) * row.samplingWeight();
    }

    /** Returns the greatest weight of an explored row. */
    double clip() {
        return clip;
    }

    int clippedRows() {
        return clippedRows;
    }

    private double examination(DatasetRow row) {
        if (!examined || row.seen() || !row.reacted()) {
            return 1;
        }
        return 1 / Math.min(1, Math.max(minExamination, row.examination()));
    }

    private double selection(DatasetRow row) {
        return isDrawn(row) ? Math.min(clip, Math.max(1, 1 / row.propensity())) : 1;
    }

    private static boolean isDrawn(DatasetRow row) {
        return row.explored() && row.propensity() > 0;
    }

    /** Returns the number of rows of weight 1 that carry as much: {@code (sum w)^2 / sum w^2} (Kish 1965). */
    static double effectiveSampleSize(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }
}
