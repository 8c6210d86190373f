package io.shelfwright.logistic;

import io.shelfwright.spi.Setting;
import io.shelfwright.spi.Tunable;

/**
 * Settings of the trainer.
 *
 * @param l2 strength of the penalty {@code l2 / 2 * sum of squared weights} beside the weighted log loss
 * @param maxSteps most Newton steps
 * @param earlyStoppingPenalties weaker penalties without improvement after which training stops, 0 for the penalty alone
 */
record LogisticTrainerSettings(
        @Setting(
                value = "Strength of the quadratic penalty on standardised weights, in rows of weight 1.",
                defaultValue = "1.0",
                min = 1e-6,
                max = 1e9)
        @Tunable(min = 0.01, max = 1000, logarithmic = true)
        double l2,

        @Setting(
                value = "Most Newton steps for one objective; ten usually do.",
                defaultValue = "100",
                min = 1,
                max = 10000)
        int maxSteps,

        @Setting(
                value =
                        "Where rows are held out, training begins with a strong penalty and weakens it fourfold until so"
                                + " many in a row did not help, at most down to l2; 0 uses l2 alone.",
                defaultValue = "2",
                min = 0,
                max = 100)
        int earlyStoppingPenalties) {}
