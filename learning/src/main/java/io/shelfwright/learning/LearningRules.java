package io.shelfwright.learning;

import java.time.Duration;

/**
 * The numbers that decide what is learned from, with their defaults in {@link #DEFAULT}.
 *
 * @param attribution time after a page was served within which an interaction belongs to it
 * @param minPositives positive rows that an objective other than the main one needs, at least 1
 * @param minRows rows below which nothing is trained
 * @param minMainPositives positive rows of the main objective below which nothing is trained
 * @param minEffectiveShare effective sample size over rows below which nothing is trained, 0..1
 * @param minExamination smallest examination that a weight is made of, in (0, 1]
 * @param maxSelectionWeight greatest weight of an explored card, at least 1
 * @param minCalibrationRows rows of a shelf kind below which it uses the curve of all kinds
 */
public record LearningRules(
        Duration attribution,
        int minPositives,
        int minRows,
        int minMainPositives,
        double minEffectiveShare,
        double minExamination,
        double maxSelectionWeight,
        int minCalibrationRows) {

    /** A day, 30 positives, 200 rows, 20 positives, 5 %, 0.05, 10 and 200 rows. */
    public static final LearningRules DEFAULT =
            new LearningRules(Duration.ofHours(24), 30, 200, 20, 0.05, 0.05, 10, 200);

    public LearningRules {
        if (attribution.isNegative() || attribution.isZero()) {
            throw new IllegalArgumentException("attribution is " + attribution + "; allowed is a positive time");
        }
        if (minPositives < 1 || minRows < 1 || minMainPositives < 1 || minCalibrationRows < 1) {
            throw new IllegalArgumentException("min-positives is " + minPositives + ", min-rows " + minRows
                    + ", min-main-positives " + minMainPositives + " and min-calibration-rows " + minCalibrationRows
                    + "; allowed are numbers from 1");
        }
        if (!(minEffectiveShare >= 0 && minEffectiveShare <= 1 && minExamination > 0 && minExamination <= 1)
                || !(maxSelectionWeight >= 1)) {
            throw new IllegalArgumentException("min-effective-share is " + minEffectiveShare + " (allowed 0 to 1),"
                    + " min-examination " + minExamination + " (above 0, up to 1), max-selection-weight "
                    + maxSelectionWeight + " (from 1)");
        }
    }

    public LearningRules attribution(Duration value) {
        return new LearningRules(
                value,
                minPositives,
                minRows,
                minMainPositives,
                minEffectiveShare,
                minExamination,
                maxSelectionWeight,
                minCalibrationRows);
    }
}
