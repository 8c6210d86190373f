package io.shelfwright.engine.packing;

import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.api.Explanation.Term;
import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import java.util.Locale;

/** Writes down, for the item that is explained, the slot it got, or the slot it lost and to whom. */
final class PlacementTrace {
    private final Visit visit;
    private final RankedCandidates ranked;
    private final RuleSheet rules;
    private final PlacedCards placed;

    PlacementTrace(Visit visit, RankedCandidates ranked, RuleSheet rules, PlacedCards placed) {
        this.visit = visit;
        this.ranked = ranked;
        this.rules = rules;
        this.placed = placed;
    }

    void write() {
        CandidateTable candidates = ranked.candidates();
        for (int c = 0; visit.trace().on() && c < candidates.size(); c++) {
            if (visit.trace().watches(candidates.item(c).id())) {
                write(c);
            }
        }
    }

    private void write(int candidate) {
        CandidateTable candidates = ranked.candidates();
        String shelf = candidates.shelf(candidate).id();
        int item = candidates.itemIndex(candidate);
        int weakest = -1;
        for (int p = 0; p < placed.size(); p++) {
            boolean sameShelf = placed.slot(p).shelf().id().equals(shelf);
            if (placed.item(p) == item) {
                atSlot(shelf, item, p);
                if (sameShelf) {
                    visit.trace()
                            .shown(shelf, placed.slot(p).row(), placed.slot(p).column(), "is shown " + place(p));
                } else {
                    visit.trace()
                            .outcome(
                                    shelf,
                                    Outcome.NOT_PLACED,
                                    "is shown on shelf '"
                                            + placed.slot(p).shelf().id() + "' " + place(p)
                                            + " instead: an item is on a page once");
                }
                return;
            }
            if (sameShelf && (weakest < 0 || utility(p) < utility(weakest))) {
                weakest = p;
            }
        }
        if (weakest < 0) {
            visit.trace()
                    .outcome(
                            shelf,
                            Outcome.NOT_PLACED,
                            "shelf '" + shelf
                                    + "' has no row on this page: other shelves are worth more, or it has too few"
                                    + " cards left");
            return;
        }
        atSlot(shelf, item, weakest);
        visit.trace()
                .outcome(
                        shelf,
                        Outcome.NOT_PLACED,
                        String.format(
                                Locale.ROOT,
                                "lost the slot %s to '%s' (utility %.4f against %.4f)",
                                place(weakest),
                                candidates.item(placed.candidate(weakest)).title(),
                                utility(weakest),
                                ranked.utilities()[candidate]));
    }

    /** Notes what each placement rule says of the item in a slot. */
    private void atSlot(String shelf, int item, int position) {
        RuleSheet.SlotRules slotRules = rules.forSlot(placed.prefix(position), placed.slot(position), false);
        for (int r = 0; r < rules.size(); r++) {
            double penalty = slotRules.one(r, item);
            if (penalty > 0) {
                String note = Double.isInfinite(penalty) ? "forbidden " + place(position) : place(position);
                visit.trace().term(shelf, new Term("placement", slotRules.name(r), -penalty, note));
            }
        }
    }

    private double utility(int position) {
        return ranked.utilities()[placed.candidate(position)];
    }

    private String place(int position) {
        return "in row " + placed.slot(position).row() + ", column "
                + placed.slot(position).column();
    }
}
