package io.shelfwright.gbdt;

import io.shelfwright.spi.Setting;
import io.shelfwright.spi.Tunable;

/**
 * Settings of the trainer.
 *
 * @param trees most trees
 * @param depth most levels of a tree
 * @param learningRate what part of each tree counts
 * @param minChildWeight least curvature in a leaf
 * @param subsample share of rows each tree sees
 * @param columnSample share of features each tree sees
 * @param l2 penalty on leaf values
 * @param earlyStoppingRounds trees without improvement after which training stops, 0 for never
 * @param validationShare share of groups kept for early stopping
 * @param threads threads that train
 */
record GbdtTrainerSettings(
        @Setting(value = "Most trees of one objective.", defaultValue = "300", min = 1, max = 5000)
        int trees,

        @Setting(value = "Most levels of a tree.", defaultValue = "6", min = 1, max = 12) @Tunable(min = 2, max = 8)
        int depth,

        @Setting(value = "Part of each tree that counts.", defaultValue = "0.1", min = 1e-4, max = 1)
        @Tunable(min = 0.03, max = 0.3, logarithmic = true)
        double learningRate,

        @Setting(
                value = "Least sum of weight x p (1 - p) in a leaf, in rows of weight 1.",
                defaultValue = "1.0",
                min = 0,
                max = 1e9)
        @Tunable(min = 0.5, max = 50, logarithmic = true)
        double minChildWeight,

        @Setting(value = "Share of rows each tree sees.", defaultValue = "0.8", min = 0.01, max = 1)
        @Tunable(min = 0.5, max = 1)
        double subsample,

        @Setting(value = "Share of features each tree sees.", defaultValue = "0.8", min = 0.01, max = 1)
        @Tunable(min = 0.4, max = 1)
        double columnSample,

        @Setting(
                value = "Strength of the quadratic penalty on leaf values, in rows of weight 1.",
                defaultValue = "1.0",
                min = 0,
                max = 1e9)
        @Tunable(min = 0.1, max = 100, logarithmic = true)
        double l2,

        @Setting(
                value = "Trees without improvement on held-out groups after which training stops; 0 never stops.",
                defaultValue = "30",
                min = 0,
                max = 5000)
        int earlyStoppingRounds,

        @Setting(value = "Share of groups held out for early stopping.", defaultValue = "0.15", min = 0.01, max = 0.5)
        double validationShare,

        @Setting(
                value = "Threads that train; only one is promised to give the same model on every machine.",
                defaultValue = "1",
                min = 1,
                max = 256)
        int threads) {}
