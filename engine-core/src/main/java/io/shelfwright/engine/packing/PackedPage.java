package io.shelfwright.engine.packing;

import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.spi.ShelfSpec;
import java.util.List;

/**
 * A finished page.
 *
 * @param ranked the candidates it was made from
 * @param rows in reading order, none empty
 * @param steps steps of search that were done
 * @param arm instance of the exploration policy that drew cards, empty where nothing was drawn
 */
public record PackedPage(RankedCandidates ranked, List<Row> rows, long steps, String arm) {
    public PackedPage {
        rows = List.copyOf(rows);
    }

    /**
     * A shelf in its row.
     *
     * @param row 0-based row
     * @param shelf the shelf
     * @param cards by column
     */
    public record Row(int row, ShelfSpec shelf, List<Placed> cards) {
        public Row {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A card in its slot.
     *
     * @param candidate index in the ranked candidates
     * @param examination probability that the slot is seen
     * @param propensity probability of the choice given the page before it
     * @param marginal probability that the card stands there over all draws, NaN where it has no closed form
     * @param propensityValid whether nothing changed the slot after the draw
     * @param supportSize cards that could have been drawn
     * @param explored whether it was drawn
     */
    public record Placed(
            int candidate,
            double examination,
            double propensity,
            double marginal,
            boolean propensityValid,
            int supportSize,
            boolean explored) {}
}
