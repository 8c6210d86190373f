package io.shelfwright.learning.validation.table;

import java.util.List;
import java.util.function.Consumer;

/** Rows of named columns that can be read again and again, each time in the same order. */
public interface Table {

    /** Returns what it is called in reports. */
    String name();

    /** Returns the columns, in the order of the rows' cells. */
    List<TableColumn> columns();

    /**
     * Gives every row; the object is the same each time, so copy what you keep.
     *
     * @throws io.shelfwright.api.BadRequestException if the table turns out to be damaged
     */
    void read(Consumer<TableRow> consumer);

    /** Returns the place of a column, -1 where there is none of this name. */
    default int column(String name) {
        List<TableColumn> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
