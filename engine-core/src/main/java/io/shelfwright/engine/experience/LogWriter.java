package io.shelfwright.engine.experience;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Appends one kind of record to files of a directory; not thread-safe.
 *
 * @param <T> kind of record
 */
final class LogWriter<T> {
    private final Path directory;
    private final RecordFormat<T> format;
    private final InstantSource clock;
    private final ExperienceLogSettings settings;
    private final GenericDatumWriter<GenericRecord> datums;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    private @Nullable LogFile file;
    private String day = "";

    LogWriter(Path directory, RecordFormat<T> format, InstantSource clock, ExperienceLogSettings settings) {
        this.directory = directory;
        this.format = format;
        this.clock = clock;
        this.settings = settings;
        datums = new GenericDatumWriter<>(format.schema());
    }

    void append(T value) {
        // Encoded before the file is touched: what cannot be encoded spoils no block.
        ByteBuffer encoded = encode(value);
        try {
            LogFile open = open();
            open.append(encoded);
            if (open.unflushed() >= settings.flushRecords()) {
                open.flush();
            }
        } catch (IOException e) {
            throw abandoned(e);
        }
    }

    void flush() {
        LogFile open = file;
        if (open == null || open.unflushed() == 0) {
            return;
        }
        try {
            open.flush();
        } catch (IOException e) {
            throw abandoned(e);
        }
    }

    void close() {
        try {
            finish();
        } catch (IOException e) {
            throw abandoned(e);
        }
    }

    private LogFile open() throws IOException {
        String today = LogFileName.day(clock.instant());
        LogFile open = file;
        if (open != null && (!today.equals(day) || open.durableBytes() >= settings.rollBytes())) {
            finish();
            open = null;
        }
        if (open == null) {
            open = create(today);
            file = open;
            day = today;
        }
        return open;
    }

    private LogFile create(String today) throws IOException {
        Files.createDirectories(directory);
        List<LogFileName> known = LogFileName.list(directory, format.name());
        long number = known.isEmpty() ? 0 : known.get(known.size() - 1).number();
        while (true) {
            number++;
            Path path = directory.resolve(new LogFileName(format.name(), today, number).text());
            try {
                Files.createFile(path);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            return new LogFile(path, format.schema(), settings.compressed());
        }
    }

    private void finish() throws IOException {
        LogFile open = file;
        if (open != null) {
            open.close();
            file = null;
        }
    }

    private UncheckedIOException abandoned(IOException failure) {
        LogFile open = file;
        file = null;
        if (open != null) {
            try {
                open.abandon();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        return new UncheckedIOException(
                "experience log in " + directory + " cannot be written (" + failure.getMessage()
                        + "); check free space and permissions; what was not flushed must be given again",
                failure);
    }

    private ByteBuffer encode(T value) {
        bytes.reset();
        try {
            datums.write(format.toAvro(value), encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "a record for " + format.name() + " cannot be encoded (" + e.getMessage()
                            + "); every field must be present, in records made by the engine it is",
                    e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
