package io.shelfwright.engine.experience;

import io.shelfwright.api.ExperienceException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads what {@link AvroExperienceLog} wrote, over all files in the order of writing.
 *
 * <p>Files of older schemas are read too: what they lack has its default. A last block that a crash cut off is left out and
 * reported. After a failure of the disk a record may be there twice; request id and interaction id tell.
 */
public final class ExperienceLogReader {
    private final Path directory;

    /** Makes a reader; a directory that does not exist is an empty log. */
    public ExperienceLogReader(Path directory) {
        this.directory = directory;
    }

    /**
     * Gives every page.
     *
     * @throws ExperienceException if a file is damaged elsewhere than at its end, or cannot be read
     */
    public LogReport pages(Consumer<PageRecord> consumer) {
        return pages(consumer, bytes -> {});
    }

    /** As {@link #pages(Consumer)}; tells after each file how many bytes it has. */
    public LogReport pages(Consumer<PageRecord> consumer, LongConsumer readBytes) {
        return read(RecordFormat.PAGES, consumer, readBytes);
    }

    /** Gives every page of one of {@link #pageFiles}; returns whether its last block was cut off. */
    public static boolean pages(Path file, Consumer<PageRecord> consumer) {
        return read(file, RecordFormat.PAGES, consumer).cut();
    }

    /** Gives every interaction of one of {@link #interactionFiles}; returns whether its last block was cut off. */
    public static boolean interactions(Path file, Consumer<Interaction> consumer) {
        return read(file, RecordFormat.INTERACTIONS, consumer).cut();
    }

    /** Returns the files with pages, in the order of writing. */
    public List<Path> pageFiles() {
        return files(RecordFormat.PAGES);
    }

    /** Returns the files with interactions, in the order of writing. */
    public List<Path> interactionFiles() {
        return files(RecordFormat.INTERACTIONS);
    }

    /** Returns the size of the log in bytes. */
    public long bytes() {
        long bytes = 0;
        for (Path file : pageFiles()) {
            bytes += file.toFile().length();
        }
        for (Path file : interactionFiles()) {
            bytes += file.toFile().length();
        }
        return bytes;
    }

    /**
     * Gives every interaction.
     *
     * @throws ExperienceException if a file is damaged elsewhere than at its end, or cannot be read
     */
    public LogReport interactions(Consumer<Interaction> consumer) {
        return interactions(consumer, bytes -> {});
    }

    /** As {@link #interactions(Consumer)}; tells after each file how many bytes it has. */
    public LogReport interactions(Consumer<Interaction> consumer, LongConsumer readBytes) {
        return read(RecordFormat.INTERACTIONS, consumer, readBytes);
    }

    /** What was read of a file. */
    private record Part(long records, boolean cut) {}

    private <T> LogReport read(RecordFormat<T> format, Consumer<T> consumer, LongConsumer readBytes) {
        List<Path> truncated = new ArrayList<>();
        long records = 0;
        List<Path> files = files(format);
        for (Path file : files) {
            Part part = read(file, format, consumer);
            records += part.records();
            if (part.cut()) {
                truncated.add(file);
            }
            readBytes.accept(file.toFile().length());
        }
        return new LogReport(files.size(), records, truncated);
    }

    private static <T> Part read(Path file, RecordFormat<T> format, Consumer<T> consumer) {
        long records = 0;
        try (LogFileReader<T> reader = new LogFileReader<>(file, format)) {
            while (reader.next()) {
                consumer.accept(reader.value());
                records++;
            }
            return new Part(records, reader.truncated());
        }
    }

    private List<Path> files(RecordFormat<?> format) {
        return names(format.name()).stream()
                .map(name -> directory.resolve(name.text()))
                .toList();
    }

    private List<LogFileName> names(String kind) {
        try {
            return LogFileName.list(directory, kind);
        } catch (IOException e) {
            throw new ExperienceException(
                    "experience log " + directory + " cannot be listed (" + e.getMessage() + "); check its permissions",
                    e);
        }
    }
}
