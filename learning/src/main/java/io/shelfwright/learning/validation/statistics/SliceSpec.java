package io.shelfwright.learning.validation.statistics;

import java.util.List;

/**
 * The columns whose values cut a data set into slices, one or two.
 *
 * @param columns names of columns
 */
public record SliceSpec(List<String> columns) {
    private static final String CROSS = " x ";

    public SliceSpec {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > 2 || columns.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("slices by " + columns + " are not possible; allowed are one column,"
                    + " or two as in \"tier x device\"");
        }
    }

    /** Reads {@code tier} or {@code tier x device}. */
    public static SliceSpec parse(String text) {
        return new SliceSpec(List.of(text.strip().split("\\s+x\\s+", -1)).stream()
                .map(String::strip)
                .toList());
    }

    /** Returns what {@link #parse} reads. */
    @Override
    public String toString() {
        return String.join(CROSS, columns);
    }
}
