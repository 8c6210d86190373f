package io.shelfwright.learning.validation.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table of rows held in memory; not thread-safe while rows are added. */
public final class MemoryTable implements Table {
    private final String name;
    private final List<TableColumn> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    public MemoryTable(String name, List<TableColumn> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    /**
     * Adds a row.
     *
     * @param cells one a column: a number, a text, a list of either, or null where it is missing
     */
    public MemoryTable add(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of '" + name + "' has " + cells.length + " cells, needed are " + columns.size());
        }
        rows.add(Arrays.copyOf(cells, cells.length));
        return this;
    }

    public int size() {
        return rows.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public void read(Consumer<TableRow> consumer) {
        TableRow row = new TableRow(columns.size());
        for (@Nullable Object[] cells : rows) {
            row.clear();
            for (int i = 0; i < cells.length; i++) {
                Object cell = cells[i];
                if (cell instanceof Number number) {
                    row.set(i, number.doubleValue());
                } else if (cell instanceof List<?> list) {
                    row.set(i, list, 1);
                } else if (cell != null) {
                    row.set(i, cell.toString());
                }
            }
            consumer.accept(row);
        }
    }
}
