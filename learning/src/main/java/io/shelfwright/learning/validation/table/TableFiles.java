package io.shelfwright.learning.validation.table;

import io.shelfwright.api.BadRequestException;
import java.nio.file.Path;
import java.util.Locale;

/** Opens tables by the names of their files. */
public final class TableFiles {
    private TableFiles() {}

    /**
     * Opens a table: {@code .csv} with a header, or {@code .jsonl} or {@code .ndjson} with one object a line; {@code .gz} may follow.
     *
     * @throws BadRequestException naming file, line and what is allowed, if it is no such table
     */
    public static Table open(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (plain.endsWith(".csv")) {
            return CsvTable.open(file);
        }
        if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
            return JsonLinesTable.open(file);
        }
        throw new BadRequestException("cannot tell what '" + file
                + "' is by its name; allowed are .csv, .jsonl and .ndjson, each also with .gz");
    }
}
