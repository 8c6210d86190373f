package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.time.Duration;

/**
 * How far one plugin instance may go before it is left out.
 *
 * @param failureRate share of failed calls that opens the breaker
 * @param window calls that the share is taken of
 * @param minimumCalls fewest calls before a breaker may open
 * @param openFor how long an instance is left out
 * @param trialCalls calls that decide whether it is asked again
 * @param maxConcurrentCalls calls at the same time
 * @param creationDeadline time to make an instance
 * @param catalogDeadline time to read a catalog source
 * @param trainingDeadline time to train a model
 */
public record ResilienceSettings(
        @Setting(
                value = "Share of an instance's latest calls that fail or are late, 0 to 1, from which it is left out.",
                defaultValue = "0.5",
                min = 0.01,
                max = 1)
        double failureRate,

        @Setting(
                value = "How many of an instance's latest calls that share is taken of.",
                defaultValue = "20",
                min = 1,
                max = 10_000)
        int window,

        @Setting(
                value = "Fewest calls of an instance before it may be left out.",
                defaultValue = "10",
                min = 1,
                max = 10_000)
        int minimumCalls,

        @Setting(
                value = "How long an instance is left out before it is tried again.",
                defaultValue = "10s",
                min = 0.001,
                max = 86_400)
        Duration openFor,

        @Setting(
                value =
                        "Calls that are let through to try an instance again; with the same share of failures it stays out.",
                defaultValue = "3",
                min = 1,
                max = 1_000)
        int trialCalls,

        @Setting(
                value =
                        "Most calls of one instance at the same time, those that were given up and still hang included.",
                defaultValue = "64",
                min = 1,
                max = 10_000)
        int maxConcurrentCalls,

        @Setting(
                value = "Time to make one instance when the engine starts, and from each new snapshot.",
                defaultValue = "5m",
                min = 0.001,
                max = 86_400)
        Duration creationDeadline,

        @Setting(
                value = "Time for a catalog source to give everything when a snapshot is made.",
                defaultValue = "1h",
                min = 0.001,
                max = 604_800)
        Duration catalogDeadline,

        @Setting(value = "Time for a trainer to train one model.", defaultValue = "6h", min = 0.001, max = 604_800)
        Duration trainingDeadline) {

    /** Sensible values, those of an empty block. */
    public static final ResilienceSettings DEFAULT = new ResilienceSettings(
            0.5,
            20,
            10,
            Duration.ofSeconds(10),
            3,
            64,
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofHours(6));

    public ResilienceSettings {
        if (minimumCalls > window) {
            throw new IllegalArgumentException("minimum-calls is " + minimumCalls
                    + ", allowed is at most window, which is " + window + ": the breaker could never open");
        }
    }
}
