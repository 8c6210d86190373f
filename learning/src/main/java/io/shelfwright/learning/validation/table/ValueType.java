package io.shelfwright.learning.validation.table;

/** What the values of a column are. */
public enum ValueType {
    /** Whole numbers. */
    INT,
    /** Numbers. */
    FLOAT,
    /** Texts; {@code true} and {@code false} too. */
    STRING;

    /** Returns whether values are numbers. */
    public boolean numeric() {
        return this != STRING;
    }
}
