package io.shelfwright.heuristics;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;

/** The items of one kind in falling order of a score that does not depend on the user; ties by item id. */
final class Chart {
    private final int[] items;
    private final double[] scores;

    Chart(Catalog catalog, ItemKind kind, IntToDoubleFunction score) {
        int[] unordered = catalog.itemsOfKind(kind).toArray();
        Integer[] order = new Integer[unordered.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = unordered[i];
        }
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer item) -> -score.applyAsDouble(item))
                        .thenComparing(item -> catalog.item(item).id()));
        items = new int[order.length];
        scores = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            items[i] = order[i];
            scores[i] = score.applyAsDouble(order[i]);
        }
    }

    int size() {
        return items.length;
    }

    int item(int rank) {
        return items[rank];
    }

    double score(int rank) {
        return scores[rank];
    }
}
