package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;

/**
 * The packer's budget.
 *
 * @param maxSteps most steps of search after the fast path
 */
public record PackingSettings(
        @Setting(
                value = "Most steps of search after the fast path; the packing deadline may stop it earlier.",
                defaultValue = "12",
                min = 0,
                max = 1000000)
        long maxSteps) {}
