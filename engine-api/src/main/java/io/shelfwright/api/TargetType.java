package io.shelfwright.api;

/** What an interaction is about. */
public enum TargetType {
    ITEM,
    ARTIST,
    GENRE,
    SHELF,
    KIND
}
