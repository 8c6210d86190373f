package io.shelfwright.spi;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;

/**
 * Takes finished pages and interactions.
 *
 * <p>Called off the request's path, in the order of serving, one call at a time, though not always from the same thread. A call
 * that throws is repeated, so a record may come twice: request id and interaction id tell. Records come in batches that end
 * with {@link #flush}; a batch that takes longer than its deadline ({@code deadlines.sink}) is interrupted, and the sink gets
 * nothing more until that call has come back. What it did not take is kept in its dead letters.
 */
public interface ExperienceSink extends AutoCloseable {

    /** Takes a page that was served. */
    void page(PageRecord page);

    /** Takes an interaction that was recorded; it has an id and a time. */
    void interaction(Interaction interaction);

    /**
     * Removes everything of a user, from what was taken earlier too; no other call runs meanwhile.
     *
     * @return whether nothing of the user is left; false where a sink has handed on what it took, so that the host has to see
     *     to it there
     */
    default boolean erase(String userId) {
        return false;
    }

    /** Makes everything taken so far durable. */
    default void flush() {}

    @Override
    default void close() {}
}
