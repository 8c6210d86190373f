package io.shelfwright.learning.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of every slice that was asked for, the overall one first, then by name; what is missing has no rows. */
final class Slices {
    private Slices() {}

    /**
     * Cuts a table.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    static Map<String, int[]> of(ExampleTable table, List<String> specs) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (String text : specs) {
            SliceSpec spec = SliceSpec.parse(text);
            requireColumns(table, spec, text);
            if (!spec.fixedName().isEmpty()) {
                rows.putIfAbsent(spec.fixedName(), new ArrayList<>());
            }
            Map<String, List<Integer>> own = new TreeMap<>();
            for (int row = 0; row < table.rows(); row++) {
                String name = spec.of(table, row);
                if (name != null) {
                    own.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
                }
            }
            rows.putAll(own);
        }
        Map<String, int[]> slices = new LinkedHashMap<>();
        slices.put(SliceSpec.OVERALL, table.all());
        rows.forEach((name, list) -> slices.putIfAbsent(
                name, list.stream().mapToInt(Integer::intValue).toArray()));
        return slices;
    }

    private static void requireColumns(ExampleTable table, SliceSpec spec, String text) {
        for (String column : spec.needed()) {
            if (!table.sliceColumns().contains(column)) {
                throw new IllegalArgumentException("the slice '" + text + "' names the column '" + column
                        + "'; there are " + String.join(", ", table.sliceColumns()));
            }
        }
    }
}
