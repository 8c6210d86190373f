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
    /** Says nothing of the settings, some of which may be secret. */
    @Override
    public String toString() {
        return path + ": " + name + " (factory " + factory + ")";
    }
}
