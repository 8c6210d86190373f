package io.shelfwright.spi;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;

/**
 * Takes finished pages and interactions.
 *
 * <p>Called from one thread of the engine, off the request's path, in the order of serving. A call that throws is repeated,
 * so a record may come twice: request id and interaction id tell.
 */
public interface ExperienceSink extends AutoCloseable {

    void page(PageRecord page);

    void interaction(Interaction interaction);

    /** Makes everything taken so far durable. */
    default void flush() {}

    @Override
    default void close() {}
}
