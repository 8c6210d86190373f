package io.shelfwright.api;

import java.util.List;

/**
 * A titled row of cards.
 *
 * @param id id in the configuration
 * @param title what a listener reads
 * @param reason why the shelf is there
 * @param row 0-based row of the grid
 * @param cards in order of columns, never empty
 */
public record Shelf(String id, String title, Reason reason, int row, List<Card> cards) {
    public Shelf {
        cards = List.copyOf(cards);
    }
}
