package io.shelfwright.engine.config;

import java.util.Collection;
import java.util.TreeSet;

/** Finds the known name that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** Returns {@code ; did you mean 'x'?} for the nearest name, or a list of all names where none is near. */
    public static String hint(String wrong, Collection<String> known) {
        String best = "";
        int bestDistance = Math.max(2, wrong.length() / 3) + 1;
        for (String name : new TreeSet<>(known)) {
            int distance = distance(wrong, name);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = name;
            }
        }
        if (!best.isEmpty()) {
            return "; did you mean '" + best + "'?";
        }
        return known.isEmpty() ? "; none is known here" : "; known are " + String.join(", ", new TreeSet<>(known));
    }

    /** Returns the edit distance (Levenshtein 1966) of two strings. */
    static int distance(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                int substituted = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[second.length()];
    }
}
