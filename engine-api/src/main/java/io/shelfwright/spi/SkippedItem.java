package io.shelfwright.spi;

import java.time.Instant;

/**
 * An item that a user keeps stopping early: a weak sign, which nobody gave on purpose.
 *
 * @param itemId the item
 * @param skips skips since the last positive reaction to it, above 0
 * @param at the last one
 */
public record SkippedItem(String itemId, double skips, Instant at) {}
