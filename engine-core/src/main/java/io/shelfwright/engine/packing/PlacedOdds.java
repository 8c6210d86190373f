package io.shelfwright.engine.packing;

import java.util.List;

/**
 * What could be in each slot of a page.
 *
 * @param slots in reading order
 * @param eligible number of positions that may be drawn
 * @param drawn how many of them are, each set of that many equally likely
 */
public record PlacedOdds(List<Slot> slots, int eligible, int drawn) {

    /**
     * One slot.
     *
     * @param shelf id of the shelf in its row
     * @param examination probability of being seen
     * @param eligible whether it may be drawn
     * @param packed item that the packer chose
     * @param items feasible items
     * @param probabilities of the items if the slot is drawn
     * @param scores calibrated probabilities of the main objective
     * @param trials probabilities of the items if other models scored, one array a model
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    public record Slot(
            int row,
            int column,
            String shelf,
            double examination,
            boolean eligible,
            String packed,
            List<String> items,
            double[] probabilities,
            double[] scores,
            List<double[]> trials) {}
}
