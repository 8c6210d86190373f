package io.shelfwright.learning;

import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.PageOddsReader;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.util.Map;

/**
 * An engine that can build the pages of a log again: with their configuration, users and snapshots. Not thread-safe.
 *
 * <p>Without one, a model is judged by logged rows alone; with one, also by what it would have drawn in explored slots.
 */
public interface LoggedEngine extends AutoCloseable {

    /** Opens one when it is needed, which may take a while. */
    @FunctionalInterface
    interface Source {
        /**
         * Opens an engine; the caller closes it.
         *
         * @throws io.shelfwright.api.ShelfwrightException if there is none, such as because another process holds the users
         */
        LoggedEngine open();
    }

    /** Returns what asks the engine. */
    PageOddsReader odds();

    /** Returns whether a page of the log is one that this engine can build again. */
    boolean holds(PageRecord page);

    /** Returns the snapshots that the pages were built from, which may be others than those that are learned for. */
    SnapshotStore snapshots();

    /** Returns the weights of the utility, by objective. */
    Map<String, Double> objectives();

    @Override
    void close();
}
