package io.shelfwright.diversity;

import io.shelfwright.spi.PagePrefix;

/** Reads the end of a page. */
final class RecentCards {
    private RecentCards() {}

    /** Returns the items of the last {@code count} cards, latest first; fewer where there are fewer. */
    static int[] latestFirst(PagePrefix prefix, int count) {
        int[] items = new int[Math.min(count, prefix.size())];
        for (int i = 0; i < items.length; i++) {
            items[i] = prefix.item(prefix.size() - 1 - i);
        }
        return items;
    }
}
