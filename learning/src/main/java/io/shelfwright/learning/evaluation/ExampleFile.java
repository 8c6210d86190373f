package io.shelfwright.learning.evaluation;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a scored table from a CSV file with a header, plain or gzipped; docs/evaluation.md says what the columns mean.
 *
 * <p>Columns are found by name in any order; those without a meaning of their own can be sliced by.
 */
public final class ExampleFile {
    private final Path file;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final List<Long> lines = new ArrayList<>();

    private ExampleFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param catalogSize number of items that could have been shown, 0 where unknown
     * @throws BadRequestException naming file, line, column and what is allowed
     */
    public static ExampleTable read(Path file, ScoreMeaning meaning, int catalogSize) {
        ExampleFile table = new ExampleFile(file);
        table.readColumns();
        return new ExampleColumns(table).table(meaning, catalogSize);
    }

    private void readColumns() {
        long line = 0;
        try (Reader in = TableFile.open(file);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(in)) {
            List<List<String>> cells = List.of();
            for (CsvRecord fields : csv) {
                line = fields.getStartingLineNumber();
                if (columns.isEmpty()) {
                    cells = header(fields, line);
                } else {
                    add(fields, cells, line);
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw TableFile.failure(file, line, e);
        }
        if (lines.isEmpty()) {
            throw new BadRequestException(file + " " + (columns.isEmpty() ? "is empty" : "has a header but no rows")
                    + "; expected a CSV with the columns group, label and score");
        }
    }

    private List<List<String>> header(CsvRecord fields, long line) {
        for (String field : fields.getFields()) {
            String name = (field.startsWith("\uFEFF") ? field.substring(1) : field).strip();
            if (columns.put(name, new ArrayList<>()) != null) {
                throw new BadRequestException(file + ":" + line + " has the column " + name + " twice");
            }
        }
        return List.copyOf(columns.values());
    }

    private void add(CsvRecord fields, List<List<String>> cells, long line) {
        if (fields.getFieldCount() != cells.size()) {
            throw new BadRequestException(file + ":" + line + " has " + fields.getFieldCount()
                    + " fields, the header has " + cells.size() + "; every row needs all of them");
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).add(fields.getField(i));
        }
        lines.add(line);
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    List<String> texts(String column) {
        List<String> texts = columns.get(column);
        if (texts == null) {
            throw missing(column);
        }
        return texts;
    }

    BadRequestException missing(String column) {
        return new BadRequestException(file + ":1 lacks the column " + column
                + "; expected a header with group, label and score, found " + String.join(", ", columns.keySet()));
    }

    /** Returns a column of numbers; what is empty is NaN where that is allowed. */
    double[] numbers(String column, Allowed allowed) {
        List<String> texts = texts(column);
        double[] numbers = new double[texts.size()];
        for (int row = 0; row < numbers.length; row++) {
            String text = texts.get(row).strip();
            numbers[row] = text.isEmpty() && allowed == Allowed.AGE ? Double.NaN : parsed(text);
            if (!allowed.test(numbers[row])) {
                throw new BadRequestException(file + ":" + lines.get(row) + " has \"" + texts.get(row)
                        + "\" in the column " + column + "; allowed is " + allowed.words());
            }
        }
        return numbers;
    }

    /** Java also takes 0x1p3, 1d and NaN for numbers; here they are none. */
    private static double parsed(String text) {
        if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return Double.NEGATIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }
}
