package io.shelfwright.learning.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Writes and reads a file of a dataset, one row a card, every float with its bits; found by {@link ServiceLoader}. */
public interface ShardFormat {

    /** Returns the format on the class path. */
    static ShardFormat discover() {
        return ServiceLoader.load(ShardFormat.class, ShardFormat.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "nothing on the class path writes datasets; add the module shelfwright-learning-parquet"));
    }

    /** Returns the ending of its files, without the dot. */
    String extension();

    /** Begins a file that does not exist yet. */
    Writer create(Path file, DatasetColumns columns) throws IOException;

    /** Gives every row of a file, the page of each with the group 0; rows of one page share it. */
    void read(Path file, DatasetColumns columns, Consumer<DatasetRow> consumer) throws IOException;

    /** An open file; complete when it is closed. */
    interface Writer extends Closeable {
        /** Appends a row. */
        void write(DatasetRow row) throws IOException;
    }
}
