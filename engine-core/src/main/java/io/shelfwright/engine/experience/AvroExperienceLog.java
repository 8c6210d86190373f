package io.shelfwright.engine.experience;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.spi.ExperienceSink;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Writes pages and interactions to Avro files of a directory: {@code pages-<yyyyMMdd>-<n>.avro} and
 * {@code interactions-<yyyyMMdd>-<n>.avro}.
 *
 * <p>A file ends after a day (UTC) or a size, and is never opened again: after a crash, writing goes on in a new file, and
 * the old one is whole up to its last block. The disk is forced after a number of records and by {@link #flush()}. A disk
 * that fails gives an {@link java.io.UncheckedIOException}; everything taken since the last flush must then be given again.
 */
public final class AvroExperienceLog implements ExperienceSink {
    private final Path directory;
    private final LogWriter<PageRecord> pages;
    private final LogWriter<Interaction> interactions;

    /** Makes a log; directory and files come with the first record. */
    public AvroExperienceLog(Path directory, InstantSource clock, ExperienceLogSettings settings) {
        this.directory = directory;
        pages = new LogWriter<>(directory, RecordFormat.PAGES, clock, settings);
        interactions = new LogWriter<>(directory, RecordFormat.INTERACTIONS, clock, settings);
    }

    @Override
    public synchronized void page(PageRecord page) {
        pages.append(page);
    }

    @Override
    public synchronized void interaction(Interaction interaction) {
        interactions.append(interaction);
    }

    @Override
    public synchronized void flush() {
        pages.flush();
        interactions.flush();
    }

    /** Ends the open files, and writes those that hold the user anew; what comes meanwhile waits and goes to new files. */
    @Override
    public synchronized boolean erase(String userId) {
        close();
        new LogErasure(directory, userId).run();
        return true;
    }

    @Override
    public synchronized void close() {
        try {
            pages.close();
        } finally {
            interactions.close();
        }
    }
}
