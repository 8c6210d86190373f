package io.shelfwright.learning.offpolicy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Columns of numbers of a CSV file with a header, found by name in any order; other columns are not looked at. */
final class NumberTable {
    private final Path file;
    private final List<Column> wanted;
    private final Map<String, double[]> columns = new HashMap<>();
    private long[] lines = new long[1024];
    private int rows;

    private NumberTable(Path file, List<Column> wanted) {
        this.file = file;
        this.wanted = wanted;
        wanted.forEach(column -> columns.put(column.name(), new double[lines.length]));
    }

    /**
     * Reads the columns that are wanted of a file with this header.
     *
     * @throws BadRequestException naming file, line and what is allowed, if the file is not such a table
     */
    static NumberTable read(Path file, Function<List<String>, List<Column>> wanted) {
        long line = 0;
        try (Reader in = TableFile.open(file);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(in)) {
            NumberTable table = null;
            int[] places = {};
            int width = 0;
            for (CsvRecord fields : csv) {
                line = fields.getStartingLineNumber();
                if (table == null) {
                    List<String> header = header(fields);
                    table = new NumberTable(file, wanted.apply(header));
                    places = table.places(header, line);
                    width = header.size();
                } else if (fields.getFieldCount() != width) {
                    throw new BadRequestException(file + ":" + line + " has " + fields.getFieldCount()
                            + " fields, the header has " + width + "; every row needs all of them");
                } else {
                    table.add(fields, places, line);
                }
            }
            if (table == null || table.rows == 0) {
                throw new BadRequestException(file + " " + (table == null ? "is empty" : "has a header but no rows")
                        + "; expected a CSV with the columns "
                        + names(table == null ? wanted.apply(List.of()) : table.wanted));
            }
            return table.trimmed();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw TableFile.failure(file, line, e);
        }
    }

    private static List<String> header(CsvRecord fields) {
        return fields.getFields().stream()
                .map(name -> (name.startsWith("\uFEFF") ? name.substring(1) : name).strip())
                .toList();
    }

    private int[] places(List<String> header, long line) {
        List<String> missing = wanted.stream()
                .map(Column::name)
                .filter(name -> !header.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new BadRequestException(file + ":" + line + " lacks the column" + (missing.size() > 1 ? "s " : " ")
                    + String.join(", ", missing) + "; expected a header with " + names(wanted) + ", found "
                    + String.join(", ", header));
        }
        for (Column column : wanted) {
            if (header.indexOf(column.name()) != header.lastIndexOf(column.name())) {
                throw new BadRequestException(file + ":" + line + " has the column " + column.name() + " twice");
            }
        }
        return wanted.stream().mapToInt(column -> header.indexOf(column.name())).toArray();
    }

    private static String names(List<Column> columns) {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    private void add(CsvRecord fields, int[] places, long line) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows * 2);
            columns.replaceAll((name, values) -> Arrays.copyOf(values, rows * 2));
        }
        for (int i = 0; i < places.length; i++) {
            Column column = wanted.get(i);
            values(column.name())[rows] = parsed(fields.getField(places[i]), column, line);
        }
        lines[rows++] = line;
    }

    private double parsed(String text, Column column, long line) {
        double value = Double.NaN;
        if (looksDecimal(text)) {
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                value = Double.NaN; // told below, with the file and the line
            }
        }
        if (!Double.isFinite(value) || !column.allowed().test(value)) {
            throw new BadRequestException(file + ":" + line + " has \"" + text + "\" in the column " + column.name()
                    + "; allowed is " + column.rule());
        }
        return value;
    }

    /** Java also takes 0x1p3 and 1d for numbers; no other reader of such files does. */
    private static boolean looksDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE ".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private NumberTable trimmed() {
        columns.replaceAll((name, values) -> Arrays.copyOf(values, rows));
        return this;
    }

    int rows() {
        return rows;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Returns a column that was wanted. */
    double[] values(String column) {
        double[] values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException("the column " + column + " was not read");
        }
        return values;
    }

    /** Returns where a row is, for messages. */
    String place(int row) {
        return file + ":" + lines[row];
    }
}
