package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;
import java.util.List;

/**
 * A shelf as it is written in the configuration.
 *
 * @param id unique
 * @param title what a listener reads
 * @param kind kind of shelf
 * @param items kinds of item it may hold
 * @param generators instances that propose for it
 * @param minCards fewest cards
 * @param maxCards most cards
 * @param pinnedRow row it is fixed to, or -1
 */
public record ShelfSettings(
        @Setting("Id, unique on the page.") String id,
        @Setting("Title that a listener reads.") String title,

        @Setting(
                value = "Kind of shelf: the unit of quotas, neighbour rules and calibration; the id where empty.",
                defaultValue = "")
        String kind,

        @Setting(value = "Kinds of item it may hold, such as [album, playlist]; empty for all.", defaultValue = "")
        List<String> items,

        @Setting("Names of the generator instances that propose for it.")
        List<String> generators,

        @Setting(value = "Fewest cards with which it is shown.", defaultValue = "4", min = 1, max = 100)
        int minCards,

        @Setting(value = "Most cards.", defaultValue = "10", min = 1, max = 100)
        int maxCards,

        @Setting(value = "0-based row it is fixed to; -1 for none.", defaultValue = "-1", min = -1, max = 99)
        int pinnedRow) {}
