package io.shelfwright.engine.experience;

import io.shelfwright.api.ExperienceException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
        return read(RecordFormat.PAGES, consumer);
    }

    /**
     * Gives every interaction.
     *
     * @throws ExperienceException if a file is damaged elsewhere than at its end, or cannot be read
     */
    public LogReport interactions(Consumer<Interaction> consumer) {
        return read(RecordFormat.INTERACTIONS, consumer);
    }

    private <T> LogReport read(RecordFormat<T> format, Consumer<T> consumer) {
        List<Path> truncated = new ArrayList<>();
        long records = 0;
        List<LogFileName> names = names(format.name());
        for (LogFileName name : names) {
            Path file = directory.resolve(name.text());
            try (LogFileReader<T> reader = new LogFileReader<>(file, format)) {
                while (reader.next()) {
                    consumer.accept(reader.value());
                    records++;
                }
                if (reader.truncated()) {
                    truncated.add(file);
                }
            }
        }
        return new LogReport(names.size(), records, truncated);
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
