package io.shelfwright.sample.simulate.cards;

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
import java.util.List;

/**
 * A CSV file of vectors, plain or gzipped: columns {@code dim_0}, {@code dim_1} and so on, and {@code segment} where rows belong to
 * one.
 */
final class VectorFile {
    private static final String SEGMENT = "segment";
    private static final String DIMENSION = "dim_";

    private final Path file;
    private final boolean segmented;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> segments = new ArrayList<>();

    private VectorFile(Path file, boolean segmented) {
        this.file = file;
        this.segmented = segmented;
    }

    /**
     * Reads a file.
     *
     * @param segmented whether there is to be a column {@code segment}
     * @throws BadRequestException naming file, line and what is allowed, if the file is not such a table
     */
    static VectorFile read(Path file, boolean segmented) {
        VectorFile vectors = new VectorFile(file, segmented);
        long line = 0;
        try (Reader in = TableFile.open(file);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(in)) {
            List<String> header = List.of();
            int[] places = {};
            for (CsvRecord fields : csv) {
                line = fields.getStartingLineNumber();
                if (header.isEmpty()) {
                    header = fields.getFields().stream().map(String::strip).toList();
                    places = vectors.places(header);
                } else if (fields.getFieldCount() != header.size()) {
                    throw new BadRequestException(file + ":" + line + " has " + fields.getFieldCount()
                            + " fields, the header has " + header.size() + "; every row needs all of them");
                } else {
                    vectors.add(fields, header, places, line);
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw TableFile.failure(file, line, e);
        }
        if (vectors.rows.isEmpty()) {
            throw new BadRequestException(file + " holds no vectors; expected " + vectors.expected());
        }
        return vectors;
    }

    private String expected() {
        return "a CSV with a header of " + (segmented ? SEGMENT + ", " : "") + "dim_0, dim_1 and so on";
    }

    private int[] places(List<String> header) {
        List<Integer> places = new ArrayList<>();
        int place = place(header, 0);
        while (place >= 0) {
            places.add(place);
            place = place(header, places.size());
        }
        if (places.isEmpty() || (segmented && !header.contains(SEGMENT))) {
            throw new BadRequestException(
                    file + ":1 has the header " + String.join(", ", header) + "; expected " + expected());
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The released files name the last dimension of the cards by its number alone. */
    private static int place(List<String> header, int dimension) {
        int named = header.indexOf(DIMENSION + dimension);
        return named >= 0 ? named : header.indexOf(Integer.toString(dimension));
    }

    private void add(CsvRecord fields, List<String> header, int[] places, long line) {
        double[] vector = new double[places.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = number(fields.getField(places[i]), header.get(places[i]), line);
        }
        rows.add(vector);
        if (segmented) {
            double segment = number(fields.getField(header.indexOf(SEGMENT)), SEGMENT, line);
            if (segment < 0 || segment != (int) segment) {
                throw bad(fields.getField(header.indexOf(SEGMENT)), SEGMENT, line, "a whole number from 0");
            }
            segments.add((int) segment);
        }
    }

    private double number(String text, String column, long line) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(text, column, line, "a finite number");
        }
        throw bad(text, column, line, "a finite number");
    }

    private BadRequestException bad(String text, String column, long line, String allowed) {
        return new BadRequestException(
                file + ":" + line + " has \"" + text + "\" in the column " + column + "; allowed is " + allowed);
    }

    int dimensions() {
        return rows.get(0).length;
    }

    double[][] vectors() {
        return rows.toArray(double[][]::new);
    }

    int[] segments() {
        return segments.stream().mapToInt(Integer::intValue).toArray();
    }
}
