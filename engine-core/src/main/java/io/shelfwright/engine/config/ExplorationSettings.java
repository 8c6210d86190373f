package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * Which slots are drawn at random.
 *
 * @param slots exploration slots on a page
 * @param firstPosition first position in reading order that may be one
 * @param lastPosition last position in reading order that may be one
 * @param excludedShelves shelves without exploration; pinned shelves never have any
 */
public record ExplorationSettings(
        @Setting(value = "Exploration slots on a page.", defaultValue = "2", min = 0, max = 20)
        int slots,

        @Setting(
                value = "First 0-based position in reading order that may be an exploration slot.",
                defaultValue = "2",
                min = 2,
                max = 10000)
        int firstPosition,

        @Setting(
                value = "Last 0-based position in reading order that may be an exploration slot.",
                defaultValue = "40",
                min = 2,
                max = 10000)
        int lastPosition,

        @Setting(value = "Ids of shelves without exploration; pinned shelves never have any.", defaultValue = "")
        List<String> excludedShelves) {
    public ExplorationSettings {
        if (firstPosition > lastPosition) {
            throw new IllegalArgumentException("first-position " + firstPosition + " lies after last-position "
                    + lastPosition + "; allowed is first-position <= last-position");
        }
    }
}
