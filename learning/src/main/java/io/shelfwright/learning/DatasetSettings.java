package io.shelfwright.learning;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.spi.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the log when it is joined and labelled; section {@code learning.dataset}.
 *
 * @param attribution time after a page within which an interaction belongs to it
 * @param windows that time for single types of interactions, such as {@code save=7d}
 * @param labels factory of the label policy
 */
public record DatasetSettings(
        @Setting(
                value = "Time after a page was served within which an interaction belongs to its card.",
                defaultValue = "24h",
                min = 1)
        Duration attribution,

        @Setting(value = "That time for single types of interactions, such as [\"save=7d\"].", defaultValue = "[]")
        List<String> windows,

        @Setting(
                value = "Label policy, the name of a plugin's factory; learning.label-settings has its settings.",
                defaultValue = "reactions")
        String labels) {
    public DatasetSettings {
        windows = List.copyOf(windows);
        for (String window : windows) {
            if (!window.contains("=")) {
                throw new IllegalArgumentException("windows holds '" + window
                        + "', which names no type of interaction; allowed are entries such as \"save=7d\"");
            }
        }
        try {
            var unused = Attribution.parse(windows);
        } catch (BadRequestException e) {
            throw new IllegalArgumentException("windows: " + e.getMessage(), e);
        }
    }

    /** Returns all windows as {@link Attribution#parse} reads them; words after them go before them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(attribution.toSeconds() + "s");
        words.addAll(windows);
        return words;
    }
}
