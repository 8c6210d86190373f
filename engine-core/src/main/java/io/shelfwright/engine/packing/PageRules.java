package io.shelfwright.engine.packing;

/** The rules about shelves and rows: quota by kind, kinds of neighbours, pins, no gap between filled rows. */
final class PageRules {
    private PageRules() {}

    /** Returns whether a shelf that is not on the page may stand in a row, as far as quota and neighbours go. */
    static boolean fits(PackingColumns c, int[] shelfOfRow, int shelf, int row) {
        int same = 0;
        for (int r = 0; r < c.rows; r++) {
            int other = shelfOfRow[r];
            if (other >= 0 && r != row && c.kind[other] == c.kind[shelf]) {
                same++;
                if (c.apart && (r == row - 1 || r == row + 1)) {
                    return false;
                }
            }
        }
        return same < c.quota;
    }

    /** Returns whether a whole arrangement keeps all rules about shelves and rows; minima of cards are not looked at. */
    static boolean holds(PackingColumns c, int[] shelfOfRow, int[] kindCounts) {
        boolean gap = false;
        for (int r = 0; r < c.rows; r++) {
            int s = shelfOfRow[r];
            if (s < 0) {
                if (c.pinned[r] >= 0) {
                    return false;
                }
                gap = true;
                continue;
            }
            if (c.pin[s] >= 0 ? c.pin[s] != r : gap || c.pinned[r] >= 0) {
                return false;
            }
            if (c.apart && r > 0 && shelfOfRow[r - 1] >= 0 && c.kind[shelfOfRow[r - 1]] == c.kind[s]) {
                return false;
            }
            kindCounts[c.kind[s]]++;
        }
        boolean within = true;
        for (int r = 0; r < c.rows; r++) {
            int s = shelfOfRow[r];
            if (s >= 0) {
                within &= kindCounts[c.kind[s]] <= c.quota;
            }
        }
        for (int r = 0; r < c.rows; r++) {
            if (shelfOfRow[r] >= 0) {
                kindCounts[c.kind[shelfOfRow[r]]] = 0;
            }
        }
        return within;
    }
}
