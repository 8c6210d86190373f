package io.shelfwright.sample.data.reading;

import io.shelfwright.api.BadRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.List;

/** A file of tab-separated rows under a header, with either kind of line end. */
public final class TabFile {
    private static final int LONGEST_LINE = 1 << 20;

    private final InputFile file;
    private final CharsetDecoder decoder;
    private final List<String> header;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

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
            checkHeader(nextLine(in));
            number = 1;
            while (nextLine(in)) {
                number++;
                if (line.size() == 0) {
                    continue;
                }
                rows++;
                try {
                    reader.row(columns(), number);
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

    private void checkHeader(boolean present) {
        String text = "";
        if (present) {
            try {
                text = decoded();
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

    private String[] columns() {
        String[] columns = decoded().split("\t", -1);
        if (columns.length != header.size()) {
            throw new BadRow(
                    "wrong number of columns", "expected " + header.size() + " columns, found " + columns.length);
        }
        return columns;
    }

    private String decoded() {
        try {
            return decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw new BadRow("not " + decoder.charset(), "the row's bytes are not " + decoder.charset());
        }
    }

    /** Reads bytes up to a line end; lines are decoded one by one, so that one bad line costs only itself. */
    private boolean nextLine(InputStream in) throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return false;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            line.write(read);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line has more than " + LONGEST_LINE + " bytes");
            }
        }
        byte[] bytes = line.toByteArray();
        if (bytes.length > 0 && bytes[bytes.length - 1] == '\r') {
            line.reset();
            line.write(bytes, 0, bytes.length - 1);
        }
        return true;
    }

    /** Reads one row; throws {@link BadRow} to keep it out. */
    @FunctionalInterface
    public interface RowReader {
        void row(String[] columns, long line);
    }
}
