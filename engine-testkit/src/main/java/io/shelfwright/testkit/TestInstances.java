package io.shelfwright.testkit;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PluginFactory;
import java.util.List;
import java.util.Map;

/** Makes instances through the factories of a plugin, as the engine does from a configuration. */
public final class TestInstances {
    private TestInstances() {}

    /** Returns an instance with default settings; see {@link #of(List, String, Map, InstanceContext)}. */
    public static <T> T of(List<PluginFactory<T>> factories, String name, InstanceContext context) {
        return of(factories, name, Map.of(), context);
    }

    /**
     * Returns an instance of a plugin's factory.
     *
     * @param factories such as {@code new LanguagePlugin().scoreRules()}
     * @param name name of the factory
     * @param settings those that are not left at their defaults; see {@link TestSettings#of}
     * @throws IllegalArgumentException if there is no such factory or setting
     */
    public static <T> T of(
            List<PluginFactory<T>> factories, String name, Map<String, String> settings, InstanceContext context) {
        for (PluginFactory<T> factory : factories) {
            if (factory.name().equals(name)) {
                Record record = TestSettings.of(factory.settingsType(), settings, context.baseDirectory());
                return factory.create(record, context);
            }
        }
        throw new IllegalArgumentException("there is no factory '" + name + "' among " + factories);
    }
}
