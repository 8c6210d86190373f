package io.shelfwright.learning.offpolicy;

import io.shelfwright.api.BadRequestException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a text file, plain or gzipped (told by its first bytes, not by its name), and words its failures. */
public final class TableFile {
    private static final int BUFFER = 1 << 16;

    private TableFile() {}

    /** Opens a file; what goes wrong is worded by {@link #failure}. */
    public static Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return new InputStreamReader(zipped ? new GZIPInputStream(in, BUFFER) : in, StandardCharsets.UTF_8);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Returns what went wrong, as one sentence that names the file.
     *
     * @param line the last line that was read, 0 for none
     */
    public static BadRequestException failure(Path file, long line, Exception cause) {
        Throwable root = cause.getCause() instanceof IOException io ? io : cause;
        String what;
        if (root instanceof EOFException) {
            what = "is truncated: its compressed data ends too early; fetch or write it again";
        } else if (root instanceof ZipException) {
            what = "is damaged: its compressed data is wrong (" + root.getMessage() + "); fetch or write it again";
        } else if (root instanceof NoSuchFileException) {
            what = "does not exist";
        } else if (Files.isDirectory(file)) {
            what = "is a directory, not a CSV file";
        } else {
            what = "cannot be read: " + root;
        }
        return new BadRequestException((line > 0 ? file + ":" + line : file.toString()) + " " + what, cause);
    }
}
