package io.shelfwright.freshness;

import io.shelfwright.spi.Setting;
import java.util.List;
import java.util.Map;

/** Settings of the {@code age-decay} rule. */
record AgeDecaySettings(
        @Setting(
                value = "Half-life by kind of item, in days; kinds that are not named do not age.",
                defaultValue = "podcast-show = 3, album = 14",
                min = 0.01,
                max = 36500)
        Map<String, Double> halfLifeDays,

        @Setting(value = "Share of the utility that the oldest item keeps.", defaultValue = "0.3", min = 0.01, max = 1)
        double floor,

        @Setting(value = "Kinds of shelf on which age counts; empty for all.", defaultValue = "")
        List<String> shelfKinds) {
    AgeDecaySettings {
        halfLifeDays = Map.copyOf(halfLifeDays);
        shelfKinds = List.copyOf(shelfKinds);
        halfLifeDays.forEach((kind, days) -> {
            if (!(days > 0) || Double.isInfinite(days)) {
                throw new IllegalArgumentException("half-life-days of " + kind + " is " + days
                        + "; allowed are finite numbers above 0; leave the kind out if it does not age");
            }
        });
    }
}
