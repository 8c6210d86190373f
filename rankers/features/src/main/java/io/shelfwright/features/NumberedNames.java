package io.shelfwright.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names (artists or genres) of every item as numbers, so that a request looks each of a user's names up once. */
final class NumberedNames {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] starts;
    private int[] members = new int[64];
    private int items;

    NumberedNames(int items) {
        starts = new int[items + 1];
    }

    /** Adds the next item's names: each once, the first {@code limit} of them. */
    void addItem(List<String> names, int limit) {
        int from = starts[items];
        int end = from;
        for (int i = 0; i < names.size() && end - from < limit; i++) {
            int number = numbers.computeIfAbsent(names.get(i), name -> numbers.size());
            if (!contains(from, end, number)) {
                if (end == members.length) {
                    members = Arrays.copyOf(members, end * 2);
                }
                members[end++] = number;
            }
        }
        starts[++items] = end;
    }

    private boolean contains(int from, int end, int number) {
        for (int i = from; i < end; i++) {
            if (members[i] == number) {
                return true;
            }
        }
        return false;
    }

    /** Returns the number of a name, -1 where no item has it. */
    int numberOf(String name) {
        return numbers.getOrDefault(name, -1);
    }

    int size() {
        return numbers.size();
    }

    /** Returns where an item's numbers start; they end where the next item's start. */
    int start(int item) {
        return starts[item];
    }

    int end(int item) {
        return starts[item + 1];
    }

    int member(int position) {
        return members[position];
    }
}
