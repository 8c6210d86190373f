package io.shelfwright.spi;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The host's catalog, read when a snapshot is built.
 *
 * <p>A source that has not given everything in time ({@code resilience.catalog-deadline}) is interrupted, and what it is given to
 * call throws; no snapshot is built of a part.
 */
public interface CatalogSource extends AutoCloseable {

    /**
     * Gives every item once.
     *
     * @throws io.shelfwright.api.CatalogException if anything cannot be read; then no snapshot is built
     */
    void items(Consumer<Item> consumer);

    /** Gives the names of artists by id; may be empty. */
    Map<String, String> artistNames();

    /** Gives the interactions from which statistics are counted, in any order; may give none. */
    void interactions(Consumer<Interaction> consumer);

    /** Gives the profiles of users, from which the market of an interaction is known; may give none. */
    default void profiles(Consumer<UserProfile> consumer) {}

    @Override
    default void close() {}
}
