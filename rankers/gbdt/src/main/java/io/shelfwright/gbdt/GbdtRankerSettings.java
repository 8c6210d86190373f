package io.shelfwright.gbdt;

import io.shelfwright.spi.Setting;

/**
 * Settings of the ranker.
 *
 * @param model name of the model in the snapshot, empty for the instance's own name
 * @param scorer what walks the trees
 */
record GbdtRankerSettings(
        @Setting(value = "Name of the model in the snapshot; empty means the name of the instance.", defaultValue = "")
        String model,

        @Setting(
                value = "What walks the trees: java (no native code, faster) or native (XGBoost itself); the scores"
                        + " are the same to the last bit.",
                defaultValue = "java")
        Scorer scorer) {

    /** What walks the trees. */
    enum Scorer {
        JAVA,
        NATIVE
    }
}
