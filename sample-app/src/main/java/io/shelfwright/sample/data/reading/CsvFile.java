package io.shelfwright.sample.data.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CSV file (RFC 4180, UTF-8) with a header; quoted fields may span lines. */
public final class CsvFile {
    private final InputFile file;
    private final List<String> needed;
    private final Map<String, Integer> columns = new HashMap<>();

    /**
     * Names a file and the columns that must be there; others may be.
     */
    public CsvFile(InputFile file, List<String> needed) {
        this.file = file;
        this.needed = List.copyOf(needed);
    }

    /**
     * Gives every record to a reader, and counts those that are malformed or that the reader refuses.
     *
     * @return the number of good records
     * @throws BadRequestException if the file is truncated, damaged, empty or another one
     */
    public long read(BadRows bad, RecordReader reader) {
        long line = 0;
        long rows = 0;
        long refused = 0;
        // Damaged bytes become replacement characters here; the record that holds one is refused below.
        try (InputStream in = file.open();
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int width = 0;
            for (CsvRecord csvRecord : csv) {
                line = csvRecord.getStartingLineNumber();
                if (width == 0) {
                    readHeader(csvRecord);
                    width = csvRecord.getFieldCount();
                    continue;
                }
                rows++;
                try {
                    reader.record(checked(csvRecord, width), line);
                } catch (BadRow row) {
                    refused++;
                    bad.add(file, line, row);
                }
            }
        } catch (IOException e) {
            throw file.failure(e, line);
        } catch (UncheckedIOException | CsvParseException e) {
            throw file.failure(e.getCause() instanceof IOException io ? io : new IOException(e.getMessage(), e), line);
        }
        BadRows.checkMostAreGood(file, rows, refused, "CSV with the columns " + String.join(", ", needed));
        return rows - refused;
    }

    private void readHeader(CsvRecord header) {
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = header.getField(i);
            columns.put(name.startsWith("\uFEFF") ? name.substring(1) : name, i);
        }
        List<String> missing =
                needed.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new BadRequestException(file.path() + ":1 does not look like the right file: its header lacks "
                    + String.join(", ", missing) + "; expected a CSV with the columns " + String.join(", ", needed));
        }
    }

    private Fields checked(CsvRecord csvRecord, int width) {
        if (csvRecord.getFieldCount() != width) {
            throw new BadRow(
                    "wrong number of columns", "expected " + width + " columns, found " + csvRecord.getFieldCount());
        }
        for (String field : csvRecord.getFields()) {
            if (field.indexOf('\uFFFD') >= 0) {
                throw new BadRow("not UTF-8", "the row's bytes are not UTF-8");
            }
        }
        return name -> csvRecord.getField(columns.getOrDefault(name, -1));
    }

    /** The fields of one record by the name of their column. */
    @FunctionalInterface
    public interface Fields {
        String get(String column);
    }

    /** Reads one record; throws {@link BadRow} to keep it out. */
    @FunctionalInterface
    public interface RecordReader {
        void record(Fields fields, long line);
    }
}
