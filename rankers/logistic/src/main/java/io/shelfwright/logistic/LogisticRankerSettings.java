package io.shelfwright.logistic;

import io.shelfwright.spi.Setting;

/**
 * Settings of the ranker.
 *
 * @param model name of the model in the snapshot, empty for the instance's own name
 */
record LogisticRankerSettings(
        @Setting(value = "Name of the model in the snapshot; empty means the name of the instance.", defaultValue = "")
        String model) {}
