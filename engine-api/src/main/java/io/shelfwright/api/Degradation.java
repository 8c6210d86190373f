package io.shelfwright.api;

/**
 * Something that made this page less than it should be.
 *
 * @param stage package of the engine that met it, such as {@code recall}
 * @param instance configured instance that caused it, or the stage again
 * @param code stable, for programs: {@code failed}, {@code late}, {@code no-model}, {@code schema-mismatch}, {@code not-finite}, ...
 * @param message what happened, for the people who run the engine; free of personal data
 */
public record Degradation(String stage, String instance, String code, String message) {}
