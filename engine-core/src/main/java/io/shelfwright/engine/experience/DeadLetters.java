package io.shelfwright.engine.experience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * Keeps what a sink would not take, in files of the log's own format, so that it can be read and given again.
 *
 * <p>A record that cannot even be encoded is kept as a line of text in {@code rejected.txt}.
 */
final class DeadLetters {
    private final Path directory;
    private final AvroExperienceLog log;

    DeadLetters(Path directory, InstantSource clock) {
        this.directory = directory;
        log = new AvroExperienceLog(directory, clock, ExperienceLogSettings.DEFAULT);
    }

    /** Keeps an entry, durably; throws {@link UncheckedIOException} where the disk fails. */
    synchronized void add(LogEntry.Written entry) {
        try {
            entry.to(log);
            log.flush();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            reject(entry);
        }
    }

    synchronized void close() {
        log.close();
    }

    private void reject(LogEntry.Written entry) {
        String line = entry.toString().replace('\n', ' ') + "\n";
        try {
            Files.createDirectories(directory);
            Files.write(
                    directory.resolve("rejected.txt"),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("dead letters in " + directory + " cannot be written", e);
        }
    }
}
