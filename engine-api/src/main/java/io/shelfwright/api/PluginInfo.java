package io.shelfwright.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plugin of an engine, for people and monitoring.
 *
 * @param id unique in the engine
 * @param version as its manifest says, {@code unversioned} where that says nothing
 * @param origin file or directory it was loaded from
 * @param apiRange versions of the plugin API it works with, such as {@code [1.0,2)}; empty where its manifest says nothing
 * @param content first digits of the hash of its files; empty where they are the host's own
 * @param reloadable whether it can be reloaded while the engine runs
 * @param factories names of what it can make, by kind, in the order in which a request meets the kinds
 * @param state what it does at the moment
 */
public record PluginInfo(
        String id,
        String version,
        String origin,
        String apiRange,
        String content,
        boolean reloadable,
        Map<String, List<String>> factories,
        State state) {

    /** What a plugin does at the moment. */
    public enum State {
        /** Makes instances of the configuration in use. */
        ACTIVE,
        /** Could make instances; the configuration asks for none. */
        IDLE,
        /** Was replaced or removed; requests that began before still use it. */
        DRAINING,
        /** Was closed long ago, but something still refers to its classes, so that its memory cannot be freed. */
        LEAKED
    }

    public PluginInfo {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        factories.forEach((kind, names) -> copy.put(kind, List.copyOf(names)));
        factories = Collections.unmodifiableMap(copy);
    }
}
