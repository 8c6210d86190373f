package io.shelfwright.sample.data.reading;

import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.List;

/** A file of tab-separated rows under a header, with either kind of line end. */
public final class TabFile {
    private final InputFile file;
    private final CharsetDecoder decoder;
    private final List<String> header;

    public TabFile(InputFile file, Charset charset, List<String> header) {
        this.file = file;
        this.decoder = charset.newDecoder();
        this.header = List.copyOf(header);
    }

    /**
     * Gives every row to a reader, and counts those that are malformed or that the reader refuses.
     *
     * @return the number of good rows
     * @throws BadRequestException if the file is truncated, damaged, empty or another one
     */
    public long read(BadRows bad, RowReader reader) {
        long number = 0;
        long rows = 0;
        long refused = 0;
        try (InputStream in = file.open()) {
            ByteLines lines = new ByteLines(in, decoder);
            checkHeader(lines);
            number = 1;
            while (lines.next()) {
                number++;
                if (lines.isEmpty()) {
                    continue;
                }
                rows++;
                try {
                    reader.row(columns(lines.text()), number);
                } catch (BadRow row) {
                    refused++;
                    bad.add(file, number, row);
                }
            }
        } catch (IOException e) {
            throw file.failure(e, number);
        }
        BadRows.checkMostAreGood(file, rows, refused, "tab-separated " + String.join(", ", header));
        return rows - refused;
    }

    private void checkHeader(ByteLines lines) throws IOException {
        String text = "";
        if (lines.next()) {
            try {
                text = lines.text();
            } catch (BadRow e) {
                text = "(not text)";
            }
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!List.of(plain.split("\t", -1)).equals(header)) {
            throw new BadRequestException(file.path() + ":1 does not look like the right file: its header is '"
                    + plain.substring(0, Math.min(plain.length(), 80)).replaceAll("\\p{Cntrl}", " ")
                    + "', expected '" + String.join("<tab>", header) + "'");
        }
    }

    private String[] columns(String text) {
        String[] columns = text.split("\t", -1);
        if (columns.length != header.size()) {
            throw new BadRow(
                    "wrong number of columns", "expected " + header.size() + " columns, found " + columns.length);
        }
        return columns;
    }

    /** Reads one row; throws {@link BadRow} to keep it out. */
    @FunctionalInterface
    public interface RowReader {
        void row(String[] columns, long line);
    }
}
