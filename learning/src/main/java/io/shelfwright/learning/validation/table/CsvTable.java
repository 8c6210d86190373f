package io.shelfwright.learning.validation.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.offpolicy.TableFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * A CSV file with a header, plain or gzipped; an empty field is missing.
 *
 * <p>A column of numbers is one whose every value is a number; {@code NaN} and {@code inf} are numbers, one with leading zeros is a text.
 */
final class CsvTable implements Table {
    private final Path file;
    private final List<TableColumn> columns;

    private CsvTable(Path file, List<TableColumn> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Opens a file, reading it once to know its columns.
     *
     * @throws BadRequestException naming file and line, if it is not such a table
     */
    static CsvTable open(Path file) {
        List<String> header = new ArrayList<>();
        List<TypeInference> types = new ArrayList<>();
        records(file, header, (fields, line) -> {
            if (types.isEmpty()) {
                header.forEach(name -> types.add(new TypeInference()));
            }
            for (int i = 0; i < types.size(); i++) {
                String field = fields.getField(i);
                if (!field.isEmpty()) {
                    types.get(i).add(field);
                }
            }
        });
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(new TableColumn(
                    header.get(i),
                    types.isEmpty() ? ValueType.STRING : types.get(i).type()));
        }
        return new CsvTable(file, List.copyOf(columns));
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public void read(Consumer<TableRow> consumer) {
        TableRow row = new TableRow(columns.size());
        records(file, new ArrayList<>(), (fields, line) -> {
            row.clear();
            for (int i = 0; i < columns.size(); i++) {
                String field = fields.getField(i);
                if (field.isEmpty()) {
                    continue;
                }
                if (columns.get(i).type().numeric()) {
                    row.set(i, number(field, i, line));
                } else {
                    row.set(i, field);
                }
            }
            consumer.accept(row);
        });
    }

    private double number(String field, int column, long line) {
        if (!TypeInference.isNumber(field)) {
            throw new BadRequestException(file + ":" + line + " has \"" + field + "\" in the column "
                    + columns.get(column).name()
                    + ", which held numbers a moment ago; the file was changed while it was read");
        }
        return TypeInference.number(field);
    }

    private static void records(Path file, List<String> header, ObjLongConsumer<CsvRecord> consumer) {
        long line = 0;
        try (Reader in = TableFile.open(file);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(in)) {
            for (CsvRecord fields : csv) {
                line = fields.getStartingLineNumber();
                if (header.isEmpty()) {
                    readHeader(file, fields, header);
                } else if (fields.getFieldCount() != header.size()) {
                    throw new BadRequestException(file + ":" + line + " has " + fields.getFieldCount()
                            + " fields, the header has " + header.size() + "; every row needs all of them");
                } else {
                    consumer.accept(fields, line);
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw TableFile.failure(file, line, e);
        }
        if (header.isEmpty()) {
            throw new BadRequestException(file + " is empty; expected a CSV with a header");
        }
    }

    private static void readHeader(Path file, CsvRecord fields, List<String> header) {
        Set<String> names = new HashSet<>();
        for (String field : fields.getFields()) {
            String name = (field.startsWith("\uFEFF") ? field.substring(1) : field).strip();
            if (name.isEmpty()) {
                throw new BadRequestException(
                        file + ":1 has a column without a name; every column of the header needs one");
            }
            if (!names.add(name)) {
                throw new BadRequestException(file + ":1 has the column " + name + " twice");
            }
            header.add(name);
        }
    }
}
