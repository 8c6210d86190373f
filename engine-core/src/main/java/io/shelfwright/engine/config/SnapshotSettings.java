package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.time.Duration;

/**
 * How an engine takes new snapshots over, and how long old ones stay.
 *
 * @param watch whether the directory is watched
 * @param watchInterval time between two looks
 * @param prepareUsers users whose states are computed before a snapshot serves
 * @param prepareThreads threads that compute them
 * @param keep versions that stay in any case
 */
public record SnapshotSettings(
        @Setting(
                value =
                        "Whether a running engine watches the directory of snapshots and swaps to the one in use there.",
                defaultValue = "off")
        PluginSettings.Watch watch,

        @Setting(value = "Time between two looks at the directory.", defaultValue = "2s", min = 0.01, max = 3600)
        Duration watchInterval,

        @Setting(
                value = "Users whose states and vectors are computed for a new snapshot before it serves, those of"
                        + " latest requests first.",
                defaultValue = "10000",
                min = 0,
                max = 100000000)
        int prepareUsers,

        @Setting(value = "Threads that compute them.", defaultValue = "2", min = 1, max = 256)
        int prepareThreads,

        @Setting(
                value = "Newest versions that are never deleted; older ones are once no engine uses them and they are"
                        + " neither in use, nor the one to roll back to, nor the candidate.",
                defaultValue = "10",
                min = 1,
                max = 1000000)
        int keep) {}
