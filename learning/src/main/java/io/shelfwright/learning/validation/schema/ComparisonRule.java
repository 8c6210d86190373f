package io.shelfwright.learning.validation.schema;

/**
 * How data sets are compared.
 *
 * @param missingCell whether missing values are a value of their own
 * @param noiseAware whether a distance must also be more than sampling explains
 * @param falseDiscoveries share of false findings among those over slices and columns that may be, in (0, 1)
 */
public record ComparisonRule(boolean missingCell, boolean noiseAware, double falseDiscoveries) {
    /** With missing values, aware of noise, 1 %. */
    public static final ComparisonRule DEFAULT = new ComparisonRule(true, true, 0.01);

    /** As TensorFlow Data Validation does it: thresholds alone, missing values take no part. */
    public static final ComparisonRule PLAIN = new ComparisonRule(false, false, 0.01);

    public ComparisonRule {
        if (!(falseDiscoveries > 0 && falseDiscoveries < 1)) {
            throw new IllegalArgumentException(
                    "false-discoveries is " + falseDiscoveries + "; allowed is above 0 and below 1");
        }
    }
}
