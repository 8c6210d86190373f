package io.shelfwright.learning;

import io.shelfwright.learning.dataset.DatasetRow;

/**
 * What a row counts: examination times selection (Joachims, Swaminathan, Schnabel 2017).
 *
 * <p>Examination: a card known to be seen weighs 1. Where nobody knows what was seen, one with a reaction was seen for sure
 * and stands for 1/e cards like it; one without weighs 1, since it may as well have been overlooked: weighting both alike
 * would correct nothing. Selection: an explored card weighs 1/p, since the draw favours what the live model likes; the
 * clip keeps a rare draw from ruling the model.
 */
final class RowWeights {
    private final LearningRules rules;

    RowWeights(LearningRules rules) {
        this.rules = rules;
    }

    /** Returns a positive, finite weight. */
    double of(DatasetRow row) {
        return examination(row) * selection(row) * row.samplingWeight();
    }

    private double examination(DatasetRow row) {
        if (row.seen() || !row.reacted()) {
            return 1;
        }
        double examination = row.examination();
        return 1 / Math.min(1, Math.max(rules.minExamination(), examination));
    }

    private double selection(DatasetRow row) {
        double propensity = row.propensity();
        if (!row.explored() || !(propensity > 0)) {
            return 1;
        }
        return Math.min(rules.maxSelectionWeight(), Math.max(1, 1 / propensity));
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
