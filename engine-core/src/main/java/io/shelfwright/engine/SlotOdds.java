package io.shelfwright.engine;

import java.util.List;

/**
 * What could be in one slot of a page, and how likely.
 *
 * @param row 0-based row
 * @param column 0-based column
 * @param shelfId shelf in that row
 * @param examination probability of being seen, by the examination model
 * @param eligible whether the slot may be drawn
 * @param packedItem item that is there where the slot is not drawn
 * @param cards what may be drawn, with the probabilities given that the slot is drawn, which sum to 1
 * @param trials the same probabilities if other models scored, one array a model, in the order of the cards
 */
public record SlotOdds(
        int row,
        int column,
        String shelfId,
        double examination,
        boolean eligible,
        String packedItem,
        List<CardOdds> cards,
        List<double[]> trials) {
    public SlotOdds {
        cards = List.copyOf(cards);
        trials = List.copyOf(trials);
    }

    /**
     * One card that may be drawn.
     *
     * @param itemId item
     * @param probability given that the slot is drawn, in (0, 1]
     * @param score calibrated probability of the main objective, by the ranker
     */
    public record CardOdds(String itemId, double probability, double score) {}
}
