package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.util.Map;

/**
 * Weights and phases of ranking.
 *
 * @param objectives weight of each objective in the utility
 * @param firstPhase rung of the ladder that thins out the candidates before the expensive one, empty for none
 * @param firstPhaseKeep candidates that are left after the first phase
 * @param untrained what to do about a rung that the snapshot holds no model for
 * @param changedFeatures what to do about features that give other values in the same version
 */
public record RankingSettings(
        @Setting(
                value = "Weight of each objective in the utility; hide is negative.",
                defaultValue = "stream = 1, save = 3, follow = 4, hide = -8",
                min = -1000,
                max = 1000)
        Map<String, Double> objectives,

        @Setting(
                value = "Instance of the ladder that scores all candidates first, so that the expensive ranker scores"
                        + " the best only; empty for a single phase.",
                defaultValue = "")
        String firstPhase,

        @Setting(
                value = "Candidates that are left after the first phase.",
                defaultValue = "500",
                min = 1,
                max = 1000000)
        int firstPhaseKeep,

        @Setting(
                value =
                        "What to do about a rung that the snapshot holds no model for: report it as a degradation, or skip"
                                + " it in silence.",
                defaultValue = "report")
        Untrained untrained,

        @Setting(
                value =
                        "What to do where a feature of an unchanged version gives other values than when the snapshot was"
                                + " published: refuse to serve with it, or accept it and leave out the models of before.",
                defaultValue = "refuse")
        ChangedFeatures changedFeatures) {

    /** What to do about a feature that changed in silence. */
    public enum ChangedFeatures {
        REFUSE,
        ACCEPT
    }

    /** What to do about a rung without a model. */
    public enum Untrained {
        REPORT,
        SKIP
    }
}
