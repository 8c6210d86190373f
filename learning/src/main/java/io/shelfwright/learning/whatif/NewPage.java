package io.shelfwright.learning.whatif;

import io.shelfwright.engine.PageOdds;
import io.shelfwright.engine.SlotOdds;
import io.shelfwright.engine.SlotOdds.CardOdds;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a new configuration shows in each place of a page: the marginal probability of every card, the mean over seeds. */
final class NewPage {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final boolean samePlace;

    /** One place: its slot, and by item the probability that it is there. */
    record Place(SlotOdds slot, Map<String, Double> probabilities, Map<String, Double> scores) {
        double probability(String item) {
            return probabilities.getOrDefault(item, 0.0);
        }

        double score(String item) {
            return scores.getOrDefault(item, 0.0);
        }
    }

    /**
     * Takes the odds of one page.
     *
     * @param odds of the same request under the same configuration, with different seeds; at least one
     * @param samePlace whether a shelf that moves to another row counts as another place
     */
    NewPage(List<PageOdds> odds, boolean samePlace) {
        this.samePlace = samePlace;
        PageOdds first = odds.get(0);
        for (int s = 0; s < first.slots().size(); s++) {
            SlotOdds slot = first.slots().get(s);
            Map<String, Double> probabilities = new HashMap<>();
            Map<String, Double> scores = new HashMap<>();
            double drawn = slot.eligible() ? first.drawnShare() : 0;
            if (drawn < 1) {
                probabilities.put(slot.packedItem(), 1 - drawn);
            }
            for (PageOdds one : odds) {
                for (CardOdds card : one.slots().get(s).cards()) {
                    probabilities.merge(card.itemId(), drawn * card.probability() / odds.size(), Double::sum);
                    scores.put(card.itemId(), card.score());
                }
            }
            places.put(key(slot.shelfId(), slot.row(), slot.column()), new Place(slot, probabilities, scores));
        }
    }

    Iterable<Place> places() {
        return places.values();
    }

    @Nullable
    Place place(String shelf, int row, int column) {
        return places.get(key(shelf, row, column));
    }

    private String key(String shelf, int row, int column) {
        return shelf + "\u0000" + column + (samePlace ? "\u0000" + row : "");
    }
}
