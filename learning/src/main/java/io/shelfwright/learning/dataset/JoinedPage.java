package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import java.util.List;

/**
 * A served page and what the user did with it.
 *
 * @param record the page
 * @param viewportLogged whether it is known which cards were seen; then {@code cards} holds only those
 * @param cards in reading order
 */
public record JoinedPage(PageRecord record, boolean viewportLogged, List<JoinedCard> cards) {
    public JoinedPage {
        cards = List.copyOf(cards);
    }

    /**
     * A card to learn from.
     *
     * @param position 0-based place on the page in reading order
     * @param slot as it was served
     * @param reactions within the attribution window, by time, impressions left out
     */
    public record JoinedCard(int position, SlotRecord slot, List<Interaction> reactions) {}
}
