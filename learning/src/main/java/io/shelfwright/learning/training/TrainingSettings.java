package io.shelfwright.learning.training;

import io.shelfwright.spi.Setting;
import java.util.Map;

/**
 * What is learned from, and how much each row counts; section {@code learning.training}.
 *
 * @param ranker what is trained unless the command names another
 * @param splitSeed draws which listeners a model learns from, is calibrated on and is judged by
 * @param minRows rows below which nothing is trained
 * @param minMainPositives positives of the main objective below which nothing is trained
 * @param minPositives positives that another objective needs
 * @param minEffectiveShare effective sample size over rows below which nothing is trained
 * @param positionCorrection how training allows for cards that were not looked at
 * @param minExamination smallest examination that a weight or an input is made of
 * @param maxSelectionWeight greatest weight of an explored card
 * @param selectionPercentile share of explored cards whose weight is not clipped
 * @param popularityExponent how much less a negative of an often shown item counts
 * @param minPopularityWeight least weight of such a negative
 * @param marketWeights weight of the listeners of a market
 * @param newListenerWeight weight of listeners who have done little so far
 * @param newListenerInteractions how little that is
 * @param validationShare share of the listeners to learn from that is held out
 * @param minCalibrationRows rows that a calibration curve needs
 * @param tuningPatience settings tried in a row without improvement after which a search stops
 */
public record TrainingSettings(
        @Setting(
                value = "Ranker to train, where the command does not name one: a factory or an instance of the ladder.",
                defaultValue = "gbdt")
        String ranker,

        @Setting(
                value =
                        "Draws which listeners a model learns from, is calibrated on and is judged by. Leave it: with another"
                                + " one the model in use has learned from some of those that its successor is judged by.",
                defaultValue = "1")
        long splitSeed,

        @Setting(value = "Rows below which nothing is trained.", defaultValue = "200", min = 1, max = 1e9)
        int minRows,

        @Setting(
                value = "Positives of the main objective below which nothing is trained.",
                defaultValue = "20",
                min = 1,
                max = 1e9)
        int minMainPositives,

        @Setting(
                value = "Positives below which another objective is left out.",
                defaultValue = "30",
                min = 1,
                max = 1e9)
        int minPositives,

        @Setting(
                value = "Effective sample size, as a share of the rows, below which nothing is trained.",
                defaultValue = "0.05",
                min = 0,
                max = 1)
        double minEffectiveShare,

        @Setting(
                value = "How training allows for cards that nobody looked at, where views are not logged: none,"
                        + " inverse-examination (a reaction counts 1/examination) or input (the place is an input in"
                        + " training and the first place in serving; only with trainers that take offsets).",
                defaultValue = "inverse-examination")
        PositionCorrection positionCorrection,

        @Setting(
                value = "Smallest probability of being looked at that a weight or an input is made of.",
                defaultValue = "0.05",
                min = 1e-4,
                max = 1)
        double minExamination,

        @Setting(value = "Greatest weight 1/propensity of an explored card.", defaultValue = "10", min = 1, max = 1e6)
        double maxSelectionWeight,

        @Setting(
                value = "Share of the explored cards whose weight 1/propensity is not clipped, if that is below"
                        + " max-selection-weight.",
                defaultValue = "0.99",
                min = 0.5,
                max = 1)
        double selectionPercentile,

        @Setting(
                value = "Negatives of an item that was shown more often than the median item count"
                        + " (median/shown)^exponent; 0 counts all alike.",
                defaultValue = "0",
                min = 0,
                max = 2)
        double popularityExponent,

        @Setting(value = "Least weight of a negative of a popular item.", defaultValue = "0.1", min = 1e-3, max = 1)
        double minPopularityWeight,

        @Setting(
                value = "Weight of the listeners of a market, such as { BR = 3 }; 1 for markets that are not named.",
                defaultValue = "",
                min = 0.01,
                max = 100)
        Map<String, Double> marketWeights,

        @Setting(
                value = "Weight of listeners who had done little when the page was served; other than 1 it needs the"
                        + " feature user.interactions_log.",
                defaultValue = "1",
                min = 0.01,
                max = 100)
        double newListenerWeight,

        @Setting(
                value = "Interactions, views left out, below which a listener counts as new.",
                defaultValue = "20",
                min = 1,
                max = 1e6)
        int newListenerInteractions,

        @Setting(
                value = "Share of the listeners to learn from that is held out, for early stopping and for searches.",
                defaultValue = "0.15",
                min = 0.01,
                max = 0.5)
        double validationShare,

        @Setting(
                value = "Rows below which a shelf kind shares the calibration of all kinds.",
                defaultValue = "200",
                min = 1,
                max = 1e9)
        int minCalibrationRows,

        @Setting(
                value = "Settings tried in a row without improvement after which a search (learn --tune) stops.",
                defaultValue = "10",
                min = 1,
                max = 1000)
        int tuningPatience) {}
