package io.shelfwright.spi;

/**
 * A user's liking of something named.
 *
 * @param name artist id or genre
 * @param share share of listening, (0, 1]
 */
public record Affinity(String name, double share) {}
