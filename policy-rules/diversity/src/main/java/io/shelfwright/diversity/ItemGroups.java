package io.shelfwright.diversity;

import io.shelfwright.api.Item;
import io.shelfwright.spi.Catalog;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The groups of every item of a catalog, such as its genres, numbered from 0; immutable. */
final class ItemGroups {
    private final int[][] groups;
    private final Map<String, Integer> numbers = new HashMap<>();

    ItemGroups(Catalog catalog, Function<Item, List<String>> names) {
        groups = new int[catalog.size()][];
        for (int i = 0; i < groups.length; i++) {
            LinkedHashSet<String> distinct = new LinkedHashSet<>(names.apply(catalog.item(i)));
            groups[i] = new int[distinct.size()];
            int k = 0;
            for (String name : distinct) {
                Integer known = numbers.putIfAbsent(name, numbers.size());
                groups[i][k++] = known != null ? known : numbers.size() - 1;
            }
        }
    }

    /** Returns an item's groups, each once; shared, not to be changed. */
    int[] of(int item) {
        return groups[item];
    }

    /** Returns the number of a group, -1 where no item is of it. */
    int number(String name) {
        return numbers.getOrDefault(name, -1);
    }
}
