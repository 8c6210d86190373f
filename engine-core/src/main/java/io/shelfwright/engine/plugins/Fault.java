package io.shelfwright.engine.plugins;

/**
 * What was wrong with a call of a plugin.
 *
 * @param code short and stable, as in degradations
 * @param message for people
 */
public record Fault(String code, String message) {}
