package io.shelfwright.logistic;

import io.shelfwright.spi.Setting;

/**
 * Settings of the trainer.
 *
 * @param l2 strength of the penalty {@code l2 / 2 * sum of squared weights} beside the weighted log loss
 * @param maxSteps most Newton steps
 */
record LogisticTrainerSettings(
        @Setting(
                value = "Strength of the quadratic penalty on standardised weights, in rows of weight 1.",
                defaultValue = "1.0",
                min = 1e-6,
                max = 1e9)
        double l2,

        @Setting(
                value = "Most Newton steps for one objective; ten usually do.",
                defaultValue = "100",
                min = 1,
                max = 10000)
        int maxSteps) {}
