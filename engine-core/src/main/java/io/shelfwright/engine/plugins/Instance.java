package io.shelfwright.engine.plugins;

/**
 * A configured instance and its name.
 *
 * @param name as in the configuration
 * @param plugin the instance
 * @param <T> its kind
 */
public record Instance<T>(String name, T plugin) {}
