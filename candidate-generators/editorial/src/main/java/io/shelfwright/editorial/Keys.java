package io.shelfwright.editorial;

import java.util.Arrays;
import java.util.List;

/** The keys that a file may hold, and the one that a mistyped key was probably meant to be. */
final class Keys {
    static final String SHELVES = "shelves";
    static final List<String> OF_FILE = List.of(SHELVES);

    static final String ID = "id";
    static final String TITLE = "title";
    static final String ITEMS = "items";
    static final String MARKETS = "markets";
    static final String STARTS = "starts";
    static final String ENDS = "ends";
    static final String PRIORITY = "priority";
    static final String PINNED_ROW = "pinned-row";
    static final String MIN_CARDS = "min-cards";
    static final String MAX_CARDS = "max-cards";
    static final String REASON = "reason";
    static final List<String> OF_SHELF =
            List.of(ID, TITLE, ITEMS, MARKETS, STARTS, ENDS, PRIORITY, PINNED_ROW, MIN_CARDS, MAX_CARDS, REASON);

    private Keys() {}

    /** Returns the key with the least number of typing mistakes from what was written; the first of equals. */
    static String nearest(String written, List<String> known) {
        String nearest = known.get(0);
        int least = Integer.MAX_VALUE;
        for (String key : known) {
            int distance = distance(written, key);
            if (distance < least) {
                least = distance;
                nearest = key;
            }
        }
        return nearest;
    }

    /** Returns the Levenshtein distance. */
    private static int distance(String first, String second) {
        int[] previous = new int[second.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= first.length(); i++) {
            int[] row = new int[second.length() + 1];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                int replaced = previous[j - 1] + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[second.length()];
    }
}
