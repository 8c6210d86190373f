package io.shelfwright.learning.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which slices to measure, with TFMA's meaning: columns cross-multiply, values fix.
 *
 * <p>{@code market} is a slice for every market, {@code market*tier} one for every pair that occurs, {@code tier=premium} one
 * slice, {@code market*tier=premium} one for every market of premium listeners. No part at all is everything.
 *
 * @param columns whose values multiply
 * @param values what is fixed, by column
 */
public record SliceSpec(List<String> columns, Map<String, String> values) {
    /** Name of the slice of all rows. */
    public static final String OVERALL = "overall";

    public SliceSpec {
        columns = List.copyOf(columns);
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads a slice as it is written in settings.
     *
     * @throws IllegalArgumentException if a part has no column, or a column comes twice
     */
    public static SliceSpec parse(String text) {
        List<String> columns = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split("\\*", -1)) {
            int equals = part.indexOf('=');
            String column = (equals < 0 ? part : part.substring(0, equals)).strip();
            if (column.isEmpty() || columns.contains(column) || values.containsKey(column)) {
                throw new IllegalArgumentException("the slice '" + text + "' is wrong at '" + part
                        + "'; allowed are columns and column=value, joined by *, each column once");
            }
            if (equals < 0) {
                columns.add(column);
            } else {
                values.put(column, part.substring(equals + 1).strip());
            }
        }
        return new SliceSpec(columns, values);
    }

    /** Returns the columns that a table must have. */
    List<String> needed() {
        List<String> needed = new ArrayList<>(values.keySet());
        needed.addAll(columns);
        return needed;
    }

    /** Returns the slice a row is in, by name, or null if it is in none. */
    @org.jspecify.annotations.Nullable
    String of(ExampleTable table, int row) {
        for (Map.Entry<String, String> fixed : values.entrySet()) {
            if (!table.slice(fixed.getKey(), row).equals(fixed.getValue())) {
                return null;
            }
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        columns.forEach(column -> all.put(column, table.slice(column, row)));
        return name(all);
    }

    /** Returns the name of the slice if nothing multiplies: it must then exist. */
    String fixedName() {
        return columns.isEmpty() ? name(values) : "";
    }

    static String name(Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((column, value) -> parts.add(column + "=" + value));
        return parts.isEmpty() ? OVERALL : String.join("*", parts);
    }
}
