package io.shelfwright.engine.snapshots;

import io.shelfwright.api.Item;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike two items are by content: 0.45 artists + 0.30 genres (Jaccard each) + 0.10 kind + 0.10 publisher + 0.05
 * language; what neither item has does not take part.
 */
final class ContentSimilarity {
    private static final int FEW = 40;

    private final int[][] artists;
    private final int[][] genres;
    private final int[] kinds;
    private final int[] publishers;
    private final int[] languages;

    ContentSimilarity(List<Item> items) {
        int size = items.size();
        artists = new int[size][];
        genres = new int[size][];
        kinds = new int[size];
        publishers = new int[size];
        languages = new int[size];
        Names artistNames = new Names();
        Names genreNames = new Names();
        Names otherNames = new Names();
        for (int i = 0; i < size; i++) {
            Item item = items.get(i);
            artists[i] = artistNames.numbers(item.artistIds());
            genres[i] = genreNames.numbers(item.genres());
            kinds[i] = otherNames.number(item.kind().name());
            publishers[i] = item.publisher().isEmpty() ? -1 : otherNames.number(item.publisher());
            languages[i] = item.language().isEmpty() ? -1 : otherNames.number(item.language());
        }
    }

    double of(int first, int second) {
        if (first == second) {
            return 1;
        }
        double sum = kinds[first] == kinds[second] ? 0.10 : 0;
        double weight = 0.10;
        if (artists[first].length > 0 || artists[second].length > 0) {
            sum += 0.45 * jaccard(artists[first], artists[second]);
            weight += 0.45;
        }
        if (genres[first].length > 0 || genres[second].length > 0) {
            sum += 0.30 * jaccard(genres[first], genres[second]);
            weight += 0.30;
        }
        if (publishers[first] >= 0 || publishers[second] >= 0) {
            sum += publishers[first] == publishers[second] ? 0.10 : 0;
            weight += 0.10;
        }
        if (languages[first] >= 0 || languages[second] >= 0) {
            sum += languages[first] == languages[second] ? 0.05 : 0;
            weight += 0.05;
        }
        return Math.min(1, sum / weight);
    }

    private static double jaccard(int[] first, int[] second) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            if (first[i] == second[j]) {
                common++;
                i++;
                j++;
            } else if (first[i] < second[j]) {
                i++;
            } else {
                j++;
            }
        }
        int union = first.length + second.length - common;
        return union == 0 ? 0 : common / (double) union;
    }

    /** Names of one sort, numbered as they come. */
    private static final class Names {
        private final Map<String, Integer> numbers = new HashMap<>();

        int number(String name) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(name, next);
            return known == null ? next : known;
        }

        /** Numbers the first names of a list (long playlists are judged by their main artists), ascending, each once. */
        int[] numbers(List<String> names) {
            int[] found = new int[Math.min(FEW, names.size())];
            for (int i = 0; i < found.length; i++) {
                found[i] = number(names.get(i));
            }
            Arrays.sort(found);
            int distinct = 0;
            for (int i = 0; i < found.length; i++) {
                if (i == 0 || found[i] != found[i - 1]) {
                    found[distinct++] = found[i];
                }
            }
            return distinct == found.length ? found : Arrays.copyOf(found, distinct);
        }
    }
}
