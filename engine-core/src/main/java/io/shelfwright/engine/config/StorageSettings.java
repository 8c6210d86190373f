package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.nio.file.Path;

/**
 * Directories and sizes.
 *
 * @param snapshots directory of snapshots
 * @param experience directory of the experience log
 * @param stateCache interactions kept in memory by cached user states
 * @param recallCache generator results kept in memory
 */
public record StorageSettings(
        @Setting(value = "Directory of snapshots, relative to the configuration file.", defaultValue = "snapshots")
        Path snapshots,

        @Setting(
                value = "Directory of the experience log, relative to the configuration file.",
                defaultValue = "experience")
        Path experience,

        @Setting(
                value = "Interactions kept in memory by cached user states.",
                defaultValue = "1000000",
                min = 1,
                max = 100000000)
        long stateCache,

        @Setting(
                value = "Generator results kept in memory for cursors and late results.",
                defaultValue = "1000",
                min = 0,
                max = 100000000)
        long recallCache) {}
