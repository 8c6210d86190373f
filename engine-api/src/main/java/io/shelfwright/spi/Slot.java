package io.shelfwright.spi;

/**
 * A place on the page.
 *
 * @param row 0-based row
 * @param column 0-based column
 * @param shelf shelf in that row
 */
public record Slot(int row, int column, ShelfSpec shelf) {}
