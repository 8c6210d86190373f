package io.shelfwright.spi;

import java.util.List;

/**
 * A page to pack: {@code rows} shelves of at most {@code columns} cards.
 *
 * <p>Maximise the sum of examination x value over the placed cards, with an item at most once on the page, a shelf at most
 * once, at most {@code maxShelvesPerKind} shelves of one kind, optionally no two neighbouring rows of one kind, pinned
 * shelves in their rows, and on each shown shelf between its minimum and its maximum of cards, without gaps from column 0.
 * Fewer rows than {@code rows} may be filled; the filled ones are the first ones, but for pins.
 *
 * @param rows rows of the grid, at least 1
 * @param columns columns of the grid, at least 1
 * @param examination [row][column] in (0, 1], not increasing along a row
 * @param shelves to choose from
 * @param itemCount items are numbered 0 to itemCount - 1
 * @param maxShelvesPerKind at least 1
 * @param noSameKindNeighbours whether neighbouring rows must differ in kind
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers on the hot path, compared by nobody
public record PackingProblem(
        int rows,
        int columns,
        double[][] examination,
        List<Shelf> shelves,
        int itemCount,
        int maxShelvesPerKind,
        boolean noSameKindNeighbours) {

    public PackingProblem {
        shelves = List.copyOf(shelves);
    }

    /**
     * A shelf that may be placed.
     *
     * @param id for messages
     * @param kind for quota and neighbours
     * @param minCards at least 1
     * @param maxCards at least minCards; the grid's columns bound it too
     * @param pinnedRow row it must be in, or -1; a pinned shelf with too few candidates is left out
     * @param items item of each candidate, no item twice
     * @param values value of each candidate, finite and at least 0
     */
    public record Shelf(
            String id, String kind, int minCards, int maxCards, int pinnedRow, int[] items, double[] values) {}
}
