package io.shelfwright.engine;

import io.shelfwright.api.Card;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Item;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.Reason;
import io.shelfwright.api.Shelf;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.api.TargetType;
import io.shelfwright.engine.intake.Cursor;
import io.shelfwright.engine.packing.PackedPage;
import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Hashes;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.request.Visit.Served;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Hidden;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a packed page into what the host gets and what is logged. */
final class PageAssembly {
    private final Visit visit;
    private final PackedPage packed;
    private final int pageNumber;
    private final Hidden hidden;

    PageAssembly(Visit visit, PackedPage packed, int pageNumber) {
        this.visit = visit;
        this.packed = packed;
        this.pageNumber = pageNumber;
        hidden = visit.user().hidden(visit.context().at());
    }

    HomePage page() {
        List<Shelf> shelves = new ArrayList<>();
        for (PackedPage.Row row : packed.rows()) {
            List<Card> cards = new ArrayList<>();
            for (int column = 0; column < row.cards().size(); column++) {
                cards.add(card(row, column));
            }
            shelves.add(new Shelf(row.shelf().id(), row.shelf().title(), shelfReason(cards), row.row(), cards));
        }
        return new HomePage(
                visit.context().requestId(),
                visit.context().userId(),
                visit.context().at(),
                visit.context().seed(),
                visit.generation().version(),
                visit.generation().configHash(),
                visit.user().version(),
                packed.ranked().ranker(),
                visit.journal().degradations(),
                shelves,
                cursor(),
                visit.journal().timing());
    }

    PageRecord record(HomePage page, String requestCursor, Instant servedAt) {
        List<SlotRecord> slots = new ArrayList<>();
        for (PackedPage.Row row : packed.rows()) {
            for (int column = 0; column < row.cards().size(); column++) {
                slots.add(slot(row, column));
            }
        }
        return new PageRecord(
                page,
                visit.context().market(),
                visit.context().device(),
                visit.user().profile().tier(),
                visit.context().zone().getId(),
                requestCursor,
                visit.generation().schema().fingerprint(),
                servedAt,
                visit.journal().late(),
                packed.steps(),
                packed.arm(),
                logPropensity(slots),
                visit.journal().funnel(slots.size()),
                slots);
    }

    private static double logPropensity(List<SlotRecord> slots) {
        double sum = 0;
        for (SlotRecord slot : slots) {
            sum += slot.propensityValid() ? Math.log(slot.propensity()) : Double.NaN;
        }
        return sum;
    }

    private Card card(PackedPage.Row row, int column) {
        PackedPage.Placed placed = row.cards().get(column);
        RankedCandidates ranked = packed.ranked();
        CandidateTable candidates = ranked.candidates();
        int c = placed.candidate();
        Item item = candidates.item(c);
        List<Reason> reasons = new ArrayList<>();
        for (Evidence evidence : candidates.evidence(c)) {
            if (!restsOnHidden(evidence)) {
                reasons.add(new Reason(evidence.code(), evidence.text()));
            }
        }
        if (placed.explored()) {
            reasons.add(new Reason("exploration", "Something to try out"));
        }
        return new Card(
                visit.context().requestId(),
                row.shelf().id(),
                item.id(),
                item.kind(),
                item.title(),
                column,
                candidates.generator(c),
                ranked.scores()[c],
                ranked.utilities()[c],
                placed.propensity(),
                placed.propensityValid(),
                placed.explored(),
                reasons);
    }

    /** A generator may name what is hidden, and a result that is kept for a cursor may be older than the hiding. */
    private boolean restsOnHidden(Evidence evidence) {
        if (hidden.isEmpty()) {
            return false;
        }
        for (String source : evidence.sources()) {
            int item = visit.generation().catalog().indexOf(source);
            if (hidden.hides(TargetType.ARTIST, source)
                    || (item >= 0 && hidden.hides(visit.generation().catalog().item(item)))) {
                return true;
            }
        }
        return false;
    }

    private SlotRecord slot(PackedPage.Row row, int column) {
        PackedPage.Placed placed = row.cards().get(column);
        RankedCandidates ranked = packed.ranked();
        int c = placed.candidate();
        return new SlotRecord(
                row.row(),
                column,
                row.shelf().id(),
                row.shelf().kind(),
                ranked.candidates().item(c).id(),
                ranked.candidates().generator(c),
                ranked.features().row(c),
                ranked.logitsOf(c),
                ranked.scores()[c],
                ranked.utilities()[c],
                placed.examination(),
                placed.propensity(),
                placed.marginal(),
                placed.propensityValid(),
                placed.supportSize(),
                placed.explored());
    }

    /** A shelf's reason is the one that most of its cards have, the earlier one where several are as frequent. */
    private static Reason shelfReason(List<Card> cards) {
        Map<Reason, Integer> counts = new LinkedHashMap<>();
        for (Card card : cards) {
            if (!card.reasons().isEmpty()) {
                counts.merge(card.reasons().get(0), 1, Integer::sum);
            }
        }
        Reason most = new Reason(cards.get(0).generator(), "Chosen for you");
        int highest = 0;
        for (Map.Entry<Reason, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > highest) {
                most = entry.getKey();
                highest = entry.getValue();
            }
        }
        return highest == cards.size() ? most : new Reason(most.code(), most.text() + ", and more");
    }

    /** Returns how many candidates of each shelf were not shown; those of earlier pages never became candidates. */
    private int[] left(CandidateTable candidates) {
        BitSet shown = new BitSet(candidates.catalog().size());
        for (PackedPage.Row row : packed.rows()) {
            for (PackedPage.Placed placed : row.cards()) {
                shown.set(candidates.itemIndex(placed.candidate()));
            }
        }
        int[] left = new int[candidates.shelves().size()];
        for (int c = 0; c < candidates.size(); c++) {
            if (!shown.get(candidates.itemIndex(c))) {
                left[candidates.shelfIndex(c)]++;
            }
        }
        return left;
    }

    /** More pages follow while a shelf that was not shown could still be filled. */
    private String cursor() {
        CandidateTable candidates = packed.ranked().candidates();
        Set<String> shelves = new HashSet<>(visit.served().shelves());
        Set<Long> items = new HashSet<>(visit.served().items());
        for (PackedPage.Row row : packed.rows()) {
            shelves.add(row.shelf().id());
            for (PackedPage.Placed placed : row.cards()) {
                items.add(Hashes.of(candidates.item(placed.candidate()).id()));
            }
        }
        int[] left = left(candidates);
        for (int s = 0; s < left.length; s++) {
            if (!packed.rows().isEmpty()
                    && !shelves.contains(candidates.shelves().get(s).id())
                    && left[s] >= candidates.shelves().get(s).minCards()) {
                return new Cursor(
                                visit.context().at(),
                                visit.context().seed(),
                                pageNumber + 1,
                                new Served(shelves, items))
                        .encode();
            }
        }
        return "";
    }
}
