package io.shelfwright.engine.discovery;

import java.util.List;

/**
 * Somewhere that plugins come from: the class path, a directory, a module layer, an OSGi framework.
 *
 * <p>A source only says where plugins are and makes class loaders. How a plugin is checked and loaded is the same for all.
 */
public interface PluginSource extends AutoCloseable {

    /**
     * Looks for plugins anew, without loading any of their classes.
     *
     * <p>Something that looks like a plugin but is none is a location with problems, so that all can be told at once.
     *
     * @return in an order that depends on names only
     */
    List<PluginLocation> locate();

    /** Gives up what the source itself keeps, after all its plugins are closed. */
    @Override
    default void close() {}
}
