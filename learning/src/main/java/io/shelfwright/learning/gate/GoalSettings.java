package io.shelfwright.learning.gate;

import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * What a candidate must win.
 *
 * @param metric by which it is judged
 * @param objective whose labels count, empty for the main one
 * @param baseline the model to beat
 * @param minGain gain that must be shown
 * @param level probability of blessing a model that does not gain so much
 * @param sliceMargin loss on a slice that is borne
 * @param requiredSlices slices on which no greater loss must be shown not to be there
 * @param firstModel what a first model must show
 */
public record GoalSettings(
        @Setting(value = "Metric by which a candidate is judged.", defaultValue = "ndcg@10")
        String metric,

        @Setting(value = "Objective whose labels count; empty for the main one.", defaultValue = "")
        String objective,

        @Setting(value = "Model to beat.", defaultValue = "live")
        String baseline,

        @Setting(
                value =
                        "Gain that the lower bound must be above; negative to bless what is shown not to be worse by as much.",
                defaultValue = "0",
                min = -1,
                max = 1)
        double minGain,

        @Setting(
                value =
                        "Probability with which a model that gains nothing more may be blessed, and the level of every other"
                                + " bound.",
                defaultValue = "0.05",
                min = 0.0001,
                max = 0.4)
        double level,

        @Setting(
                value =
                        "Loss on a slice that is borne; more, if shown beyond what chance brings over all slices (Holm),"
                                + " refuses.",
                defaultValue = "0.02",
                min = 0,
                max = 1)
        double sliceMargin,

        @Setting(
                value =
                        "Slices, such as tier=premium, on which it must be shown that not more than the margin is lost; one that"
                                + " is missing refuses.",
                defaultValue = "[]")
        List<String> requiredSlices,

        @Setting(value = "What a first model must show, which has none before it.", defaultValue = "beats-heuristics")
        FirstModel firstModel) {
    public GoalSettings {
        requiredSlices = List.copyOf(requiredSlices);
    }
}
