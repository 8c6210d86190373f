package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.time.Duration;
import java.util.Optional;

/**
 * What any instance may say of itself, beside its name, its factory and the factory's settings.
 *
 * @param deadline for each call, 0 for its stage's
 */
public record CallSettings(
        @Setting(
                value =
                        "Time for each call of this instance, instead of its stage's in `deadlines`; 0s is its stage's.",
                defaultValue = "0s",
                min = 0,
                max = 60)
        Duration deadline) {

    /** Returns the instance's own deadline, if it has one. */
    public Optional<Duration> override() {
        return deadline.isZero() ? Optional.empty() : Optional.of(deadline);
    }
}
