package io.shelfwright.learning.whatif;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.PageOdds;
import io.shelfwright.engine.SlotOdds;
import io.shelfwright.engine.SlotOdds.CardOdds;
import io.shelfwright.learning.whatif.NewPage.Place;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the cards of a logged page by how likely a new configuration shows them in the same place of the same shelf.
 *
 * <p>A slot shows card a with the logged probability {@code mu(a) = (1 - e) [a was packed] + e p(a)}, where e is the share of
 * eligible slots that are drawn and p the policy's probability given the cards before it. With {@code pi(a)} the same of the new
 * configuration, the weight of a shown card is {@code pi(a) / mu(a)}, times examination of the new row by that of the old one.
 * This is the item-position estimator (IIPS; Li and others 2018): it takes what a card earns to depend on the card and on how much its
 * place is seen, not on its neighbours.
 */
final class PageWeighing {
    private static final double SAME = 1e-9;

    private final PageRecord record;
    private final Map<String, SlotOdds> logged = new HashMap<>();
    private final double drawnShare;
    private final NewPage next;

    PageWeighing(PageRecord record, PageOdds along, NewPage next) {
        this.record = record;
        this.next = next;
        drawnShare = along.drawnShare();
        along.slots().forEach(slot -> logged.put(place(slot.row(), slot.column()), slot));
    }

    /** Returns the weighed page, or empty if the page's own odds are not those it was logged with. */
    Optional<WeighedPage> weigh(double[] rewards) {
        int n = record.slots().size();
        double[] weights = new double[n];
        double[] shown = new double[n];
        Map<Place, SlotOdds> weighed = new IdentityHashMap<>();
        double weighedViews = 0;
        double modelled = 0;
        for (int i = 0; i < n; i++) {
            SlotRecord slot = record.slots().get(i);
            SlotOdds odds = logged.get(place(slot.row(), slot.column()));
            if (odds == null || !agrees(slot, odds)) {
                return Optional.empty();
            }
            modelled += odds.examination() * slot.score();
            Place place = next.place(slot.shelfId(), slot.row(), slot.column());
            if (place != null) {
                weights[i] = place.probability(slot.itemId())
                        / probability(odds, slot.itemId())
                        * examination(place.slot())
                        / odds.examination();
                shown[i] = odds.examination() * place.score(slot.itemId());
                weighedViews += weights[i] * odds.examination();
                weighed.put(place, odds);
            }
        }
        double views = 0;
        double outside = 0;
        double expected = 0;
        for (Place place : next.places()) {
            double examination = examination(place.slot());
            views += examination;
            outside += examination * (1 - supported(place, weighed.get(place)));
            for (Map.Entry<String, Double> card : place.probabilities().entrySet()) {
                expected += examination * card.getValue() * place.score(card.getKey());
            }
        }
        return Optional.of(new WeighedPage(
                record.page().userId(),
                record.page().requestId(),
                weights,
                rewards,
                shown,
                expected,
                modelled,
                weighedViews,
                views,
                outside));
    }

    /** Returns the probability of the new cards in a place that the logged page could have had there. */
    private double supported(Place place, @Nullable SlotOdds odds) {
        if (odds == null) {
            return 0;
        }
        double sum = 0;
        for (Map.Entry<String, Double> card : place.probabilities().entrySet()) {
            if (probability(odds, card.getKey()) > 0) {
                sum += card.getValue();
            }
        }
        return Math.min(1, sum);
    }

    private double probability(SlotOdds odds, String item) {
        double drawn = odds.eligible() ? drawnShare : 0;
        double packed = item.equals(odds.packedItem()) ? 1 - drawn : 0;
        return packed + drawn * drawProbability(odds, item);
    }

    private static double drawProbability(SlotOdds odds, String item) {
        for (CardOdds card : odds.cards()) {
            if (card.itemId().equals(item)) {
                return card.probability();
            }
        }
        return 0;
    }

    /** Users look at a place as they did when the page was logged, whatever the new configuration believes. */
    private double examination(SlotOdds place) {
        SlotOdds same = logged.get(place(place.row(), place.column()));
        return same == null ? place.examination() : same.examination();
    }

    private static boolean agrees(SlotRecord slot, SlotOdds odds) {
        if (!slot.propensityValid() || !slot.shelfId().equals(odds.shelfId())) {
            return false;
        }
        return slot.explored()
                ? Math.abs(drawProbability(odds, slot.itemId()) - slot.propensity()) <= SAME
                : slot.itemId().equals(odds.packedItem());
    }

    private static String place(int row, int column) {
        return row + "/" + column;
    }
}
