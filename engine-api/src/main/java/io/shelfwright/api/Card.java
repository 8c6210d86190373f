package io.shelfwright.api;

import java.util.List;

/**
 * An item in one slot of a page.
 *
 * @param requestId page the card is on
 * @param shelfId shelf the card is on
 * @param itemId the item
 * @param kind kind of the item
 * @param title title of the item
 * @param column 0-based column within the shelf's row
 * @param generator instance that proposed it (the one with the best recall score)
 * @param score calibrated probability of the main objective, 0..1
 * @param utility score after objectives and score rules, comparable across shelves
 * @param propensity probability with which this card was chosen for this slot given the page before it, in (0, 1]
 * @param propensityValid whether nothing changed the slot after the draw
 * @param explored whether the slot was an exploration slot and the card was drawn
 * @param reasons why it is there, most important first
 */
public record Card(
        String requestId,
        String shelfId,
        String itemId,
        ItemKind kind,
        String title,
        int column,
        String generator,
        double score,
        double utility,
        double propensity,
        boolean propensityValid,
        boolean explored,
        List<Reason> reasons) {
    public Card {
        reasons = List.copyOf(reasons);
    }
}
