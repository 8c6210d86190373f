package io.shelfwright.engine.snapshots;

import io.shelfwright.spi.Neighbours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the items that the same listeners play: cosine of log play counts, shrunk by {@code n / (n + 3)} for n common
 * listeners (item-based collaborative filtering, Sarwar et al. 2001).
 */
final class CoListening {
    private static final int NEIGHBOURS = 50;
    private static final int ITEMS_PER_LISTENER = 500;
    private static final double SHRINKAGE = 3;

    private final int[][] listenersOf;
    private final int[][] itemsOf;
    private final float[][] weightsOf;
    private final double[] norms;

    CoListening(int size, Map<String, Map<Integer, Float>> playedBy) {
        itemsOf = new int[playedBy.size()][];
        weightsOf = new float[playedBy.size()][];
        norms = new double[size];
        int[] counts = new int[size];
        int user = 0;
        for (Map<Integer, Float> played : new TreeMap<>(playedBy).values()) {
            List<Map.Entry<Integer, Float>> top = new ArrayList<>(played.entrySet());
            top.sort(Map.Entry.<Integer, Float>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
            int n = Math.min(top.size(), ITEMS_PER_LISTENER);
            itemsOf[user] = new int[n];
            weightsOf[user] = new float[n];
            for (int k = 0; k < n; k++) {
                int item = top.get(k).getKey();
                float weight = (float) Math.log1p(top.get(k).getValue());
                itemsOf[user][k] = item;
                weightsOf[user][k] = weight;
                norms[item] += weight * weight;
                counts[item]++;
            }
            user++;
        }
        listenersOf = new int[size][];
        for (int item = 0; item < size; item++) {
            listenersOf[item] = new int[counts[item]];
        }
        Arrays.fill(counts, 0);
        for (int u = 0; u < itemsOf.length; u++) {
            for (int item : itemsOf[u]) {
                listenersOf[item][counts[item]++] = u;
            }
        }
    }

    List<Neighbours> neighbours() {
        int size = listenersOf.length;
        List<Neighbours> result = new ArrayList<>(size);
        double[] dot = new double[size];
        int[] common = new int[size];
        int[] touched = new int[size];
        for (int item = 0; item < size; item++) {
            int found = accumulate(item, dot, common, touched);
            result.add(nearest(item, dot, common, touched, found));
            for (int t = 0; t < found; t++) {
                dot[touched[t]] = 0;
                common[touched[t]] = 0;
            }
        }
        return result;
    }

    private int accumulate(int item, double[] dot, int[] common, int[] touched) {
        int found = 0;
        for (int user : listenersOf[item]) {
            double own = weight(user, item);
            for (int k = 0; k < itemsOf[user].length; k++) {
                int other = itemsOf[user][k];
                if (other != item) {
                    if (common[other]++ == 0) {
                        touched[found++] = other;
                    }
                    dot[other] += own * weightsOf[user][k];
                }
            }
        }
        return found;
    }

    private double weight(int user, int item) {
        for (int k = 0; k < itemsOf[user].length; k++) {
            if (itemsOf[user][k] == item) {
                return weightsOf[user][k];
            }
        }
        throw new IllegalStateException(
                "listener " + user + " is listed for item " + item + " without having played it");
    }

    private Neighbours nearest(int item, double[] dot, int[] common, int[] touched, int found) {
        List<Scored> scored = new ArrayList<>(found);
        for (int t = 0; t < found; t++) {
            int other = touched[t];
            double cosine = dot[other] / Math.sqrt(norms[item] * norms[other]);
            scored.add(new Scored(other, (float) (cosine * common[other] / (common[other] + SHRINKAGE))));
        }
        scored.sort((a, b) -> a.similarity != b.similarity
                ? Float.compare(b.similarity, a.similarity)
                : Integer.compare(a.item, b.item));
        int n = Math.min(found, NEIGHBOURS);
        if (n == 0) {
            return Neighbours.NONE;
        }
        int[] items = new int[n];
        float[] similarities = new float[n];
        for (int k = 0; k < n; k++) {
            items[k] = scored.get(k).item;
            similarities[k] = Math.min(1f, scored.get(k).similarity);
        }
        return new Neighbours(items, similarities);
    }

    private record Scored(int item, float similarity) {}
}
