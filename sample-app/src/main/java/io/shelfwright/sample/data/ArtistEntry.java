package io.shelfwright.sample.data;

/**
 * An artist as one source knows it.
 *
 * @param id id within the data directory; ids that begin with {@link ArtistKey#BY_NAME} are joined by name
 * @param name as the source writes it
 * @param weight how much the source has of the artist (plays, tracks); decides between artists of like name
 */
public record ArtistEntry(String id, String name, double weight) {}
