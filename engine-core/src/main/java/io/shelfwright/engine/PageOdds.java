package io.shelfwright.engine;

import io.shelfwright.engine.SlotOdds.CardOdds;
import io.shelfwright.engine.packing.PlacedOdds;
import java.util.ArrayList;
import java.util.List;

/**
 * What a configuration could show in each slot of a page, and how likely.
 *
 * @param slots in reading order
 * @param drawnShare probability that an eligible slot is drawn, 0..1; every set of that size is equally likely
 */
public record PageOdds(List<SlotOdds> slots, double drawnShare) {
    public PageOdds {
        slots = List.copyOf(slots);
    }

    static PageOdds of(PlacedOdds placed) {
        List<SlotOdds> slots = new ArrayList<>();
        for (PlacedOdds.Slot slot : placed.slots()) {
            List<CardOdds> cards = new ArrayList<>();
            for (int i = 0; i < slot.items().size(); i++) {
                cards.add(new CardOdds(slot.items().get(i), slot.probabilities()[i], slot.scores()[i]));
            }
            slots.add(new SlotOdds(
                    slot.row(),
                    slot.column(),
                    slot.shelf(),
                    slot.examination(),
                    slot.eligible(),
                    slot.packed(),
                    cards,
                    slot.trials()));
        }
        return new PageOdds(slots, placed.eligible() == 0 ? 0 : (double) placed.drawn() / placed.eligible());
    }
}
