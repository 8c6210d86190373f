package io.shelfwright.engine.experience;

import io.shelfwright.api.ExperienceException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of the log, and tells a block that a crash cut off from damage.
 *
 * <p>Every whole block ends with the file's sync marker. What cannot be read and has no such marker behind it is the block
 * that was being written; with a marker behind it, it is damage. A file that is written meanwhile is judged by what it held when
 * it was opened.
 *
 * @param <T> kind of record
 */
final class LogFileReader<T> implements Closeable {
    private final Path file;
    private final RecordFormat<T> format;
    private final @Nullable DataFileReader<GenericRecord> reader;
    private final long firstBlock;
    private final long length;
    private boolean truncated;
    private @Nullable T value;

    LogFileReader(Path file, RecordFormat<T> format) {
        this.file = file;
        this.format = format;
        length = file.toFile().length();
        reader = open();
        firstBlock = reader == null ? 0 : reader.previousSync();
    }

    /** Moves to the next record; returns whether there is one. */
    boolean next() {
        if (reader == null || truncated) {
            return false;
        }
        GenericRecord record;
        try {
            if (!reader.hasNext()) {
                endAt(reader.previousSync(), new EOFException("a block is longer than the file"));
                return false;
            }
            record = reader.next();
        } catch (RuntimeException e) {
            endAt(reader.previousSync(), e);
            return false;
        }
        try {
            value = format.fromAvro(record);
        } catch (RuntimeException e) {
            throw damage(e);
        }
        return true;
    }

    T value() {
        if (value == null) {
            throw new IllegalStateException("next() has not returned true");
        }
        return value;
    }

    boolean truncated() {
        return truncated;
    }

    @Override
    public void close() {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException e) {
            throw new ExperienceException("experience log file " + file + " cannot be closed", e);
        }
    }

    private @Nullable DataFileReader<GenericRecord> open() {
        try {
            // The schema of the file is read from the file; this is the one it is read into.
            return new DataFileReader<>(file.toFile(), new GenericDatumReader<>(null, format.schema()));
        } catch (IOException | RuntimeException e) {
            if (beginsLikeOne() && endsEarly(e)) {
                truncated = true;
                return null;
            }
            throw damage(e);
        }
    }

    private boolean beginsLikeOne() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] magic = new byte[(int) Math.min(in.length(), DataFileConstants.MAGIC.length)];
            in.readFully(magic);
            return Arrays.equals(magic, Arrays.copyOf(DataFileConstants.MAGIC, magic.length));
        } catch (IOException e) {
            throw damage(e);
        }
    }

    private boolean endsEarly(Throwable failure) {
        if (length <= DataFileConstants.MAGIC.length) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    /** Ends at the end of the last whole block, which is the end of the file unless the next one was cut off. */
    private void endAt(long position, Exception reason) {
        if (markerFollows(position)) {
            throw damage(reason);
        }
        truncated = length > position;
    }

    private boolean markerFollows(long position) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (length <= position) {
                return false;
            }
            byte[] marker = new byte[DataFileConstants.SYNC_SIZE];
            in.seek(firstBlock - marker.length);
            in.readFully(marker);
            byte[] rest = new byte[Math.toIntExact(length - position)];
            in.seek(position);
            in.readFully(rest);
            for (int i = 0; i + marker.length <= rest.length; i++) {
                if (Arrays.equals(rest, i, i + marker.length, marker, 0, marker.length)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | ArithmeticException e) {
            throw damage(e);
        }
    }

    private ExperienceException damage(Exception cause) {
        return new ExperienceException(
                "experience log file " + file + " is damaged or of another kind (" + cause.getMessage()
                        + "); restore it from a backup, or move it out of the directory to read the others",
                cause);
    }
}
