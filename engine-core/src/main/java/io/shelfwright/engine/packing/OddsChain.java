package io.shelfwright.engine.packing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cards lie before a slot whose odds are asked.
 *
 * @param shown item of each slot of a page that was served, by {@link #key}; null to draw the cards before
 * @param seed of those draws
 */
public record OddsChain(@Nullable Map<String, String> shown, long seed) {
    /** Returns the odds given the cards that were shown. */
    public static OddsChain along(Map<String, String> shown) {
        return new OddsChain(Map.copyOf(shown), 0);
    }

    /** Returns the odds given cards that are drawn as the policy would. */
    public static OddsChain drawn(long seed) {
        return new OddsChain(null, seed);
    }

    public static String key(int row, int column) {
        return row + "/" + column;
    }
}
