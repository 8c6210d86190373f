package io.shelfwright.engine.experience;

import io.shelfwright.api.Interaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Removes a user from the files of a log: each file that holds the user is written anew without, forced, and put in place by
 * one rename.
 *
 * <p>A crash leaves each file as it was or without the user, and a half-written one under another name, which the next
 * erasure removes. A file whose last block a crash had cut off is written anew too, as nobody can say whose bytes are in it.
 */
final class LogErasure {
    private static final String SUFFIX = ".rewritten";

    private final Path directory;
    private final String userId;

    LogErasure(Path directory, String userId) {
        this.directory = directory;
        this.userId = userId;
    }

    /** Removes the user and returns the number of records that went. Nothing may be written to the log meanwhile. */
    long run() {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try {
            removeLeftOvers();
            return erase(RecordFormat.PAGES, page -> page.page().userId())
                    + erase(RecordFormat.INTERACTIONS, Interaction::userId);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "user " + userId + " cannot be erased from the experience log in " + directory + " ("
                            + e.getMessage()
                            + "); check free space and permissions and erase again",
                    e);
        }
    }

    private void removeLeftOvers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                Files.delete(file);
            }
        }
    }

    private <T> long erase(RecordFormat<T> format, Function<T, String> owner) throws IOException {
        long erased = 0;
        for (LogFileName name : LogFileName.list(directory, format.name())) {
            Path file = directory.resolve(name.text());
            long found = 0;
            boolean truncated;
            try (LogFileReader<T> reader = new LogFileReader<>(file, format)) {
                while (reader.next()) {
                    found += owner.apply(reader.value()).equals(userId) ? 1 : 0;
                }
                truncated = reader.truncated();
            }
            if (found > 0 || truncated) {
                rewrite(file, format, owner);
                erased += found;
            }
        }
        return erased;
    }

    private <T> void rewrite(Path file, RecordFormat<T> format, Function<T, String> owner) throws IOException {
        Path copy = file.resolveSibling(file.getFileName() + SUFFIX);
        GenericDatumWriter<GenericRecord> datums = new GenericDatumWriter<>(format.schema());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try (LogFileReader<T> reader = new LogFileReader<>(file, format);
                LogFile out = new LogFile(copy, format.schema(), true)) {
            while (reader.next()) {
                if (!owner.apply(reader.value()).equals(userId)) {
                    bytes.reset();
                    datums.write(format.toAvro(reader.value()), encoder);
                    encoder.flush();
                    out.append(ByteBuffer.wrap(bytes.toByteArray()));
                }
            }
        }
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
