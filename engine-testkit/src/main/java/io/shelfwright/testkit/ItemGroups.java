package io.shelfwright.testkit;

import io.shelfwright.api.Item;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.Neighbours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Groups of items, most popular first, ties by id. */
final class ItemGroups {
    private final List<Item> items;
    private final ItemUse[] uses;
    private final List<Integer> popularFirst = new ArrayList<>();

    ItemGroups(List<Item> items, ItemUse[] uses) {
        this.items = items;
        this.uses = uses;
        for (int i = 0; i < uses.length; i++) {
            popularFirst.add(i);
        }
        popularFirst.sort(Comparator.comparingDouble((Integer i) -> -uses[i].plays)
                .thenComparing(i -> items.get(i).id()));
    }

    Map<String, ItemList> by(Function<Item, Iterable<String>> names) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int i : popularFirst) {
            for (String name : names.apply(items.get(i))) {
                groups.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
        }
        Map<String, ItemList> lists = new HashMap<>();
        groups.forEach((name, group) -> lists.put(
                name, ItemList.of(group.stream().mapToInt(Integer::intValue).toArray())));
        return lists;
    }

    Neighbours[] neighbours(Map<String, Integer> indices) {
        Neighbours[] neighbours = new Neighbours[uses.length];
        for (int i = 0; i < uses.length; i++) {
            List<Map.Entry<String, Double>> nearest = new ArrayList<>(uses[i].neighbours.entrySet());
            nearest.sort(
                    Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
            int[] ids = new int[nearest.size()];
            float[] similarities = new float[nearest.size()];
            for (int k = 0; k < ids.length; k++) {
                ids[k] = indices.getOrDefault(nearest.get(k).getKey(), -1);
                similarities[k] = nearest.get(k).getValue().floatValue();
            }
            neighbours[i] = new Neighbours(ids, similarities);
        }
        return neighbours;
    }
}
