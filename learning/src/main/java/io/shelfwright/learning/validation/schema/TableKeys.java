package io.shelfwright.learning.validation.schema;

import java.util.List;

/**
 * Which columns say what a row is, whose and when; empty where none does.
 *
 * @param key columns that name a row in both tables of a join
 * @param listener column of the row's listener: rows of one person resemble each other
 * @param time column of the row's time, an ISO-8601 instant or a number that rises
 * @param weight column of what a row counts
 * @param ignored further columns of which there are no statistics
 */
public record TableKeys(List<String> key, String listener, String time, String weight, List<String> ignored) {
    /** No such columns. */
    public static final TableKeys NONE = new TableKeys(List.of(), "", "", "", List.of());

    public TableKeys {
        key = List.copyOf(key);
        ignored = List.copyOf(ignored);
    }
}
