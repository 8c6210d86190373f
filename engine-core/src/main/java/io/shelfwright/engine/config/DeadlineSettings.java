package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.time.Duration;

/**
 * How long plugins may take, per stage.
 *
 * @param recall all generators together, they run in parallel
 * @param features all feature sets
 * @param ranking one rung of the ladder
 * @param rule one filter or score rule
 * @param packing the packer's search, and the placement of all cards
 * @param state one question to a user state store that is not the engine's own
 * @param sink one batch of records to an experience sink, flushed
 */
public record DeadlineSettings(
        @Setting(
                value = "Time for all generators together; they run in parallel.",
                defaultValue = "150ms",
                min = 0.001,
                max = 60)
        Duration recall,

        @Setting(value = "Time for each feature set.", defaultValue = "100ms", min = 0.001, max = 60)
        Duration features,

        @Setting(value = "Time for each rung of the ladder of rankers.", defaultValue = "150ms", min = 0.001, max = 60)
        Duration ranking,

        @Setting(value = "Time for each filter and score rule.", defaultValue = "50ms", min = 0.001, max = 60)
        Duration rule,

        @Setting(
                value = "Time for the packer's search; placement and exploration may take ten times as long.",
                defaultValue = "50ms",
                min = 0.001,
                max = 60)
        Duration packing,

        @Setting(
                value = "Time for each question to a user state store that is not the engine's own.",
                defaultValue = "1s",
                min = 0.001,
                max = 60)
        Duration state,

        @Setting(
                value =
                        "Time for an experience sink to take a batch of at most 256 records and flush it; no page waits for it.",
                defaultValue = "10s",
                min = 0.001,
                max = 600)
        Duration sink) {}
