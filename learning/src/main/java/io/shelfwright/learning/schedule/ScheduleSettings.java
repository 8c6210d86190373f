package io.shelfwright.learning.schedule;

import io.shelfwright.spi.Setting;
import java.time.Duration;

/**
 * When learning runs by itself; section {@code learning.schedule}, which {@code learn --schedule} uses.
 *
 * @param when a word or a cron expression
 * @param zone time zone of the expression
 * @param jitter greatest delay of a run
 * @param misfire what becomes of times that passed meanwhile
 * @param stopGrace how long a run may take to stop
 */
public record ScheduleSettings(
        @Setting(
                value = "When a run begins: hourly, daily (04:00), weekly (Monday 04:00), or a cron expression of five"
                        + " fields: minute, hour, day of month, month, day of week.",
                defaultValue = "weekly")
        String when,

        @Setting(value = "Time zone of the expression, such as Europe/Stockholm.", defaultValue = "UTC")
        String zone,

        @Setting(
                value = "Greatest delay of a run after its time, drawn for each time by the seed, so that many"
                        + " instances do not begin at once.",
                defaultValue = "0s",
                min = 0,
                max = 86400)
        Duration jitter,

        @Setting(
                value = "What becomes of times that passed while a run was going or the machine slept: once (one run"
                        + " makes up for all, at once) or skip.",
                defaultValue = "once")
        Misfire misfire,

        @Setting(
                value = "How long a run that is told to stop (SIGTERM) may take before the process ends anyway.",
                defaultValue = "20s",
                min = 0,
                max = 3600)
        Duration stopGrace) {}
