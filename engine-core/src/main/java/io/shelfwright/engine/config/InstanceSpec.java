package io.shelfwright.engine.config;

import com.typesafe.config.ConfigObject;

/**
 * One configured instance of a factory.
 *
 * @param name unique within its kind
 * @param factory name of the factory
 * @param settings what the factory's settings record is bound from, {@code name} and {@code factory} included
 * @param path key of the entry, for messages
 */
public record InstanceSpec(String name, String factory, ConfigObject settings, String path) {
    /** Keys of an instance entry that are not settings. */
    static final java.util.Set<String> RESERVED = java.util.Set.of("name", "factory");
}
