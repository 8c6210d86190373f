package io.shelfwright.engine.experience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a sink would not take, in files of the log's own format, so that it can be read and given again.
 *
 * <p>A record that cannot even be encoded is kept as a line of text in {@code rejected.txt}.
 */
final class DeadLetters {
    private static final String REJECTED = "rejected.txt";

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

    /** Removes a user from what is kept. */
    synchronized void erase(String userId) {
        log.erase(userId);
        Path rejected = directory.resolve(REJECTED);
        if (!Files.exists(rejected)) {
            return;
        }
        try {
            List<String> kept = new ArrayList<>();
            for (String line : Files.readAllLines(rejected)) {
                if (!line.contains("userId=" + userId + ",") && !line.contains("userId=" + userId + "]")) {
                    kept.add(line);
                }
            }
            Path copy = directory.resolve(REJECTED + ".rewritten");
            Files.write(copy, kept);
            Files.move(copy, rejected, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("user " + userId + " cannot be erased from " + rejected, e);
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
                    directory.resolve(REJECTED),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("dead letters in " + directory + " cannot be written", e);
        }
    }
}
