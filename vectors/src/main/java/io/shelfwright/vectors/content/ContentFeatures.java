package io.shelfwright.vectors.content;

import io.shelfwright.api.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns what an item says of itself into a sparse row: kind, genres and tags, artists, publisher, language, and the words of
 * title and description, each hashed to one of 32,768 columns (Weinberger et al. 2009, without signs).
 *
 * <p>A column's value is {@code ln(1 + count)} times {@code ln((N + 1) / (n + 1)) + 1} for n of N items that have it; a row has
 * length 1. Column 0 is 1 for every item. Columns that only one item has say nothing of others and are left out. Immutable.
 */
public final class ContentFeatures {
    /** Number of columns. */
    public static final int WIDTH = 1 << 15;

    private static final int SHORTEST_WORD = 3;
    private static final int MOST_WORDS = 400;

    private final int[][] columns;
    private final float[][] values;

    /** Makes the rows of items, in their order. */
    public ContentFeatures(List<Item> items) {
        columns = new int[items.size()][];
        values = new float[items.size()][];
        int[] have = new int[WIDTH];
        for (int item = 0; item < columns.length; item++) {
            Map<Integer, Integer> counts = counts(items.get(item));
            columns[item] = new int[counts.size()];
            values[item] = new float[counts.size()];
            int at = 0;
            for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
                columns[item][at] = entry.getKey();
                values[item][at++] = (float) StrictMath.log1p(entry.getValue());
                have[entry.getKey()]++;
            }
        }
        for (int item = 0; item < columns.length; item++) {
            weigh(item, have);
        }
    }

    /** Returns the number of items. */
    public int size() {
        return columns.length;
    }

    /** Returns the columns of an item, ascending, the first of which is 0; shared: do not change them. */
    int[] columns(int item) {
        return columns[item];
    }

    /** Returns the values of those columns; shared: do not change them. */
    float[] values(int item) {
        return values[item];
    }

    /** Returns whether an item has anything in common with another one. */
    boolean says(int item) {
        return columns[item].length > 1;
    }

    private void weigh(int item, int[] have) {
        int kept = 0;
        double squares = 0;
        for (int at = 0; at < columns[item].length; at++) {
            int column = columns[item][at];
            if (have[column] > 1) {
                double idf = StrictMath.log((columns.length + 1.0) / (have[column] + 1.0)) + 1;
                columns[item][kept] = column;
                values[item][kept] = (float) (values[item][at] * idf);
                squares += (double) values[item][kept] * values[item][kept];
                kept++;
            }
        }
        int[] own = new int[kept + 1];
        float[] scaled = new float[kept + 1];
        scaled[0] = 1;
        for (int at = 0; at < kept; at++) {
            own[at + 1] = columns[item][at];
            scaled[at + 1] = (float) (values[item][at] / Math.sqrt(squares));
        }
        columns[item] = own;
        values[item] = scaled;
    }

    private static Map<Integer, Integer> counts(Item item) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (String token : tokens(item)) {
            counts.merge(1 + Math.floorMod(mixed(token), WIDTH - 1), 1, Integer::sum);
        }
        return counts;
    }

    static List<String> tokens(Item item) {
        List<String> tokens = new ArrayList<>();
        tokens.add("kind:" + item.kind().name());
        item.artistIds().forEach(artist -> tokens.add("artist:" + artist));
        for (String genre : item.genres()) {
            tokens.add("genre:" + genre);
            words(genre).forEach(word -> tokens.add("word:" + word));
        }
        if (!item.publisher().isEmpty()) {
            tokens.add("publisher:" + item.publisher());
        }
        if (!item.language().isEmpty()) {
            tokens.add("language:" + item.language());
        }
        words(item.title()).forEach(word -> tokens.add("word:" + word));
        words(item.description()).forEach(word -> tokens.add("word:" + word));
        return tokens;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST_WORD)
                .limit(MOST_WORDS)
                .toList();
    }

    /** The hash of a string is alike for alike strings in its lower bits; this spreads it (the end of MurmurHash3). */
    private static int mixed(String token) {
        int hash = token.hashCode();
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }
}
