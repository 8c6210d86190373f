package io.shelfwright.vectors.training;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.vectors.sessions.SessionVectorsSettings;

/**
 * What to train.
 *
 * @param algorithm one that has vectors
 * @param settings of the algorithm, by key; those absent have their defaults, but {@code dimension} 64 and {@code confidence} 0.3
 * @param tune whether settings are searched from those
 * @param trials most settings to try
 * @param contentPrior listeners that an estimate from an item's content is worth; 0 for items without plays only
 * @param sessions how vectors of sessions are learned
 */
public record TrainingPlan(
        String algorithm,
        ConfigObject settings,
        boolean tune,
        int trials,
        double contentPrior,
        SessionVectorsSettings sessions) {
    private static final ConfigObject FOR_SERVING =
            ConfigFactory.parseString("dimension = 64, confidence = 0.3").root();

    /** Returns the recommended plan. */
    public static TrainingPlan defaults() {
        return new TrainingPlan("ials", ConfigFactory.empty().root(), false, 12, 0, SessionVectorsSettings.DEFAULTS);
    }

    /** Returns the settings with the defaults of histories, whose plays say how much. */
    ConfigObject ialsSettings() {
        return settings.withFallback(FOR_SERVING);
    }
}
