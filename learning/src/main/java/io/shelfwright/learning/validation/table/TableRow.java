package io.shelfwright.learning.validation.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one row: none, one or several values each, numbers or texts; reused from row to row, not thread-safe. */
public final class TableRow {
    private static final int ONE = 1;

    private final double[] numbers;
    private final @Nullable String[] texts;
    private final int[] counts;
    private final int[] depths;
    private final @Nullable List<?>[] lists;

    /** Makes a row whose cells are all missing. */
    public TableRow(int columns) {
        numbers = new double[columns];
        texts = new String[columns];
        counts = new int[columns];
        depths = new int[columns];
        lists = new List<?>[columns];
    }

    /** Makes all cells missing. */
    public void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(depths, 0);
        Arrays.fill(lists, null);
    }

    /** Sets a number, which may be NaN or infinite. */
    public void set(int column, double value) {
        numbers[column] = value;
        texts[column] = null;
        lists[column] = null;
        counts[column] = ONE;
        depths[column] = ONE;
    }

    /** Sets a text. */
    public void set(int column, String value) {
        texts[column] = value;
        lists[column] = null;
        counts[column] = ONE;
        depths[column] = ONE;
    }

    /**
     * Sets several values.
     *
     * @param values numbers (Double) or texts, all of one kind; a cell with none is missing
     * @param depth 1 for a list, 2 for lists in a list, and so on
     */
    public void set(int column, List<?> values, int depth) {
        lists[column] = values;
        counts[column] = values.size();
        depths[column] = depth;
    }

    /** Makes a cell missing. */
    public void setMissing(int column) {
        counts[column] = 0;
        lists[column] = null;
    }

    public boolean missing(int column) {
        return counts[column] == 0;
    }

    /** Returns the number of values, 0 where the cell is missing. */
    public int count(int column) {
        return counts[column];
    }

    /** Returns how deeply lists are nested, 1 for a single value or a plain list. */
    public int depth(int column) {
        return depths[column];
    }

    /** Returns the first value of a column of numbers. */
    public double number(int column) {
        return number(column, 0);
    }

    /** Returns a value of a column of numbers. */
    public double number(int column, int index) {
        List<?> values = lists[column];
        return values == null ? numbers[column] : ((Number) values.get(index)).doubleValue();
    }

    /** Returns the first value as a text, a whole number without a fraction. */
    public String text(int column) {
        return text(column, 0);
    }

    /** Returns a value as a text, a whole number without a fraction. */
    public String text(int column, int index) {
        List<?> values = lists[column];
        if (values != null) {
            Object value = values.get(index);
            return value instanceof Number number ? text(number.doubleValue()) : String.valueOf(value);
        }
        String text = texts[column];
        return text != null ? text : text(numbers[column]);
    }

    /** Returns a number as the text that names a category. */
    public static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 0x1p53
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
