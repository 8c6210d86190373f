package io.shelfwright.learning.validation.table;

/**
 * A column of a table.
 *
 * @param name unique within the table
 * @param type what its values are
 */
public record TableColumn(String name, ValueType type) {
    /** Returns a column of texts. */
    public static TableColumn text(String name) {
        return new TableColumn(name, ValueType.STRING);
    }

    /** Returns a column of numbers. */
    public static TableColumn number(String name) {
        return new TableColumn(name, ValueType.FLOAT);
    }
}
