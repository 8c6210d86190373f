package io.shelfwright.engine.discovery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A plugin that was found and not yet loaded.
 *
 * @param origin file, directory or bundle, for people
 * @param descriptor what its manifest says; empty where it says nothing
 * @param content changes when its files do; empty where nobody can say
 * @param ownLoader whether opening it gives a class loader of its own, so that it can be loaded anew
 * @param problems why it cannot be loaded, empty for a good one
 * @param opener makes its class loader
 */
public record PluginLocation(
        String origin,
        Optional<PluginDescriptor> descriptor,
        String content,
        boolean ownLoader,
        List<String> problems,
        Opener opener) {

    /** Makes the class loader of a plugin. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Makes the class loader.
         *
         * @throws IOException if the plugin's files cannot be read, or are not those that were located
         */
        OpenedPlugin open() throws IOException;
    }

    public PluginLocation {
        problems = List.copyOf(problems);
    }

    /** Returns the plugin as messages name it: id and version where they are known, and where it is. */
    public String title() {
        return descriptor
                .map(known -> "plugin '" + known.id() + "' " + known.version() + " from " + origin)
                .orElse("the plugin from " + origin);
    }
}
