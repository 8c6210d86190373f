package io.shelfwright.spi;

/**
 * One feature's part in a logit.
 *
 * @param feature name of the feature, or {@code bias}
 * @param value what it adds to the logit
 */
public record Contribution(String feature, double value) {}
