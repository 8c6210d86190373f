package io.shelfwright.learning;

import io.shelfwright.spi.Setting;
import java.time.Duration;

/**
 * What becomes a dataset; section {@code learning.dataset}.
 *
 * @param attribution time after a page within which an interaction belongs to it
 */
public record DatasetSettings(
        @Setting(
                value = "Time after a page was served within which an interaction belongs to its card.",
                defaultValue = "24h",
                min = 1)
        Duration attribution) {}
