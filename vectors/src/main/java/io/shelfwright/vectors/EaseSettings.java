package io.shelfwright.vectors;

import io.shelfwright.spi.Setting;

/** Settings of {@link Ease}. */
public record EaseSettings(
        @Setting(value = "Regularisation lambda, in listeners.", defaultValue = "100", min = 1e-6, max = 1e9)
        double regularisation,

        @Setting(
                value = "Most items that a catalog may have; memory is 12 bytes times its square.",
                defaultValue = "20000",
                min = 1,
                max = 40000)
        int maxItems) {
    public static final EaseSettings DEFAULTS = new EaseSettings(100, 20_000);

    public EaseSettings {
        if (!(regularisation > 0) || Double.isInfinite(regularisation)) {
            throw new IllegalArgumentException(
                    "regularisation is " + regularisation + ", allowed are finite numbers above 0");
        }
        if (maxItems < 1 || maxItems > 40_000) {
            throw new IllegalArgumentException("max-items is " + maxItems + ", allowed is 1 to 40000");
        }
    }

    public EaseSettings withRegularisation(double value) {
        return new EaseSettings(value, maxItems);
    }
}
