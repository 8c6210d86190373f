package io.shelfwright.api;

/**
 * One problem of a configuration.
 *
 * @param origin file and line, such as {@code home.conf:12}, or {@code default} or {@code code}
 * @param key full path of the key, empty where the whole file is meant
 * @param message what is wrong, what is allowed, and the nearest known key or name where there is one
 */
public record ConfigProblem(String origin, String key, String message) {
    @Override
    public String toString() {
        return key.isEmpty() ? origin + ": " + message : origin + ": " + key + ": " + message;
    }
}
