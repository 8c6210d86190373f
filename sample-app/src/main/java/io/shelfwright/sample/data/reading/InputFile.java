package io.shelfwright.sample.data.reading;

import io.shelfwright.api.BadRequestException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file to import, plain or gzipped (told by its first bytes, not by its name).
 *
 * @param path where it is
 */
public record InputFile(Path path) {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** Returns the file's name, as it is written in reports. */
    public String name() {
        return path.getFileName().toString();
    }

    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            in.mark(2);
            boolean zipped = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
            in.reset();
            return zipped ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Returns the one clear error for a file that stopped in the middle or cannot be read. */
    BadRequestException failure(IOException cause, long line) {
        String where = line > 0 ? path + ":" + line : path.toString();
        String what;
        if (cause instanceof EOFException) {
            what = "is truncated: its compressed data ends too early";
        } else if (cause instanceof ZipException) {
            what = "is damaged: its compressed data is wrong (" + cause.getMessage() + ")";
        } else {
            what = "cannot be read: " + cause;
        }
        return new BadRequestException(where + " " + what + "; fetch the file again; nothing was imported", cause);
    }
}
