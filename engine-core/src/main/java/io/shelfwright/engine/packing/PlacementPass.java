package io.shelfwright.engine.packing;

import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Slot;
import java.util.Arrays;
import java.util.List;

/**
 * Walks the packed page in reading order and settles each slot: hard windows and soft penalties in one pass, all reading
 * the same prefix.
 *
 * <p>A slot may take any candidate of its shelf that no other row was given. When rules forbid all of them, they are
 * relaxed from the last to the first.
 */
final class PlacementPass {
    private static final int FREE = -1;
    private static final int TAKEN = -2;

    private final Visit visit;
    private final RankedCandidates ranked;
    private final ShelfCandidates byShelf;
    private final RuleSheet rules;

    PlacementPass(Visit visit, RankedCandidates ranked, ShelfCandidates byShelf, RuleSheet rules) {
        this.visit = visit;
        this.ranked = ranked;
        this.byShelf = byShelf;
        this.rules = rules;
    }

    PlacedCards place(List<Packing.Row> rows) {
        CandidateTable candidates = ranked.candidates();
        int[] holder = new int[visit.generation().catalog().size()];
        Arrays.fill(holder, FREE);
        int capacity = 0;
        for (int r = 0; r < rows.size(); r++) {
            Packing.Row row = rows.get(r);
            capacity += row.candidates().length;
            for (int place : row.candidates()) {
                holder[candidates.itemIndex(byShelf.of(row.shelf())[place])] = r;
            }
        }
        PlacedCards placed = new PlacedCards(visit, capacity);
        for (int r = 0; r < rows.size(); r++) {
            Packing.Row row = rows.get(r);
            if (row.shelf() >= 0) {
                placeRow(r, row, placed, holder);
            }
        }
        return placed;
    }

    private void placeRow(int r, Packing.Row row, PlacedCards placed, int[] holder) {
        CandidateTable candidates = ranked.candidates();
        ShelfSpec shelf = candidates.shelves().get(row.shelf());
        int[] pool = byShelf.of(row.shelf());
        for (int column = 0; column < row.candidates().length; column++) {
            Slot slot = new Slot(r, column, shelf);
            RuleSheet.SlotRules slotRules = rules.forSlot(placed.prefix(placed.size()), slot, false);
            int chosen = -1;
            for (int obeyed = rules.size(); chosen < 0 && obeyed >= 0; obeyed--) {
                chosen = best(pool, r, holder, slotRules, obeyed);
                if (chosen >= 0 && obeyed < rules.size()) {
                    rules.relaxedFrom(obeyed);
                }
            }
            if (chosen < 0) {
                throw new IllegalStateException("row " + r + " was given cards that are placed elsewhere");
            }
            int item = candidates.itemIndex(chosen);
            holder[item] = TAKEN;
            placed.add(slot, chosen, item);
        }
        for (int place : row.candidates()) {
            int item = candidates.itemIndex(pool[place]);
            if (holder[item] == r) {
                holder[item] = FREE;
            }
        }
    }

    /** Returns the best candidate; penalties are not negative, so the scan stops where the utility alone is too low. */
    private int best(int[] pool, int row, int[] holder, RuleSheet.SlotRules slotRules, int obeyed) {
        int best = -1;
        double bestValue = Double.NEGATIVE_INFINITY;
        for (int candidate : pool) {
            int item = ranked.candidates().itemIndex(candidate);
            if (holder[item] != FREE && holder[item] != row) {
                continue;
            }
            double value = Math.log(ranked.utilities()[candidate]);
            if (value <= bestValue) {
                break;
            }
            value -= slotRules.penalty(item, obeyed);
            if (value > bestValue) {
                best = candidate;
                bestValue = value;
            }
        }
        return best;
    }
}
