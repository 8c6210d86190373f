package io.shelfwright.learning.gate;

import io.shelfwright.spi.Setting;

/**
 * What the log must be like for a verdict to rest on it.
 *
 * @param propensityErrors standard errors that the mean of 1/(support x propensity) may be away from 1
 * @param minExplored drawn cards below which nothing is said of propensities
 * @param requireOffPolicy whether a candidate without an off-policy estimate cannot be blessed
 * @param offPolicyMargin loss in the off-policy estimate that is borne, in units of the reward
 * @param offPolicyPages most pages that are built again for that estimate, 0 for none
 * @param parityPages most pages whose scores are compared, 0 for none
 */
public record HealthSettings(
        @Setting(
                value = "Standard errors that the mean of 1/(support x propensity) of drawn cards may be away from 1.",
                defaultValue = "3",
                min = 1,
                max = 100)
        double propensityErrors,

        @Setting(
                value = "Drawn cards below which nothing is said of propensities.",
                defaultValue = "200",
                min = 1,
                max = 1000000000)
        int minExplored,

        @Setting(
                value = "Whether a candidate without a usable off-policy estimate cannot be blessed.",
                defaultValue = "false")
        boolean requireOffPolicy,

        @Setting(
                value =
                        "Loss in the off-policy estimate that is borne, in units of the reward; more, if shown, refuses.",
                defaultValue = "0",
                min = 0)
        double offPolicyMargin,

        @Setting(
                value =
                        "Logged, explored pages of listeners kept apart that are built again for the off-policy estimate, the"
                                + " newest ones; 0 for none.",
                defaultValue = "2000",
                min = 0,
                max = 10000000)
        int offPolicyPages,

        @Setting(
                value =
                        "Logged pages whose rows are scored again by the model that served them, the newest ones; 0 for none.",
                defaultValue = "200",
                min = 0,
                max = 10000000)
        int parityPages) {}
