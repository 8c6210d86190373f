package io.shelfwright.spi;

/** The settings of a factory that has none. */
public record NoSettings() {}
